import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iTXt, pngWith } from '../factories/png.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;
const assertion =
  '{ "@context": "https://w3id.org/openbadges/v2",\r\n\t"type": "Assertion", "id": "https://é.example/1", "x":"\\u00e9 \u{1f393}" }\n';
const credential =
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"]}';
const svg =
  '<?xml version="1.0"?>\n<!-- drawn by hand --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">\n<rect width="8" height="8"/></svg>\n';

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-bake-'));
  await Promise.all([
    put('plain.png', pngWith([], [{ type: 'tIME', data: Uint8Array.of(7, 234, 1, 1, 0, 0, 0) }])),
    put('baked.png', pngWith([iTXt('openbadges', 'https://example.org/old')])),
    put('plain.svg', svg),
    put('assertion.json', assertion),
    put('credential.json', credential),
    put('token.jwt', await (await testIssuer('did:jwk')).sign()),
    put('latin1.json', Buffer.from('{"name":"\u00e9"}', 'latin1')),
    put('note.txt', 'Not a picture.'),
  ]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const bytesOf = (name: string) => readFile(join(folder, name));
const cli = (...words: string[]) => runCli(words, { cwd: folder });

describe('bake, then unbake', () => {
  const pictures = ['plain.png', 'baked.png', 'plain.svg'];
  const credentials = ['assertion.json', 'credential.json', 'token.jwt'];
  it.each(pictures.flatMap((picture) => credentials.map((text) => [picture, text] as const)))(
    '%s returns %s byte for byte',
    async (picture, text) => {
      expect(await cli('bake', picture, text, '-o', 'out.bin')).toMatchObject({
        status: 0,
        stdout: '',
        stderr: '',
      });
      const unbaked = await cli('unbake', 'out.bin');
      expect(unbaked).toMatchObject({ status: 0, stderr: '' });
      expect(unbaked.stdoutBytes.equals(await bytesOf(text))).toBe(true);
      expect((await cli('unbake', 'out.bin', '-o', 'again.txt')).stdout).toBe('');
      expect((await bytesOf('again.txt')).equals(await bytesOf(text))).toBe(true);
    },
  );

  it('leaves the pixels and every other chunk of a PNG as they were', async () => {
    await cli('bake', 'plain.png', 'assertion.json', '-o', 'out.png');
    const [before, after] = [await bytesOf('plain.png'), await bytesOf('out.png')];
    expect(PNG.sync.read(after).data.equals(PNG.sync.read(before).data)).toBe(true);
    const added = after.length - before.length;
    const at = [...before.keys()].find((index) => before[index] !== after[index]) ?? 0;
    expect(Buffer.concat([after.subarray(0, at), after.subarray(at + added)]).equals(before)).toBe(true);
  });

  it('leaves every other byte of an SVG as it was', async () => {
    await cli('bake', 'plain.svg', 'assertion.json', '-o', 'out.svg');
    const after = (await bytesOf('out.svg')).toString('utf8');
    expect(after).toContain('<!-- drawn by hand -->');
    expect(after).toContain('<rect width="8" height="8"/></svg>\n');
  });

  it('a picture may come on standard input and go to standard output', async () => {
    const baked = await cli('bake', 'plain.png', 'assertion.json', '-o', '-');
    const unbaked = await runCli(['unbake', '-'], { stdin: baked.stdoutBytes });
    expect(unbaked.stdoutBytes.equals(await bytesOf('assertion.json'))).toBe(true);
  });

  it('with --json says what was written', async () => {
    const result = await cli('bake', 'plain.png', 'assertion.json', '-o', 'said.png', '--json');
    expect(jsonLines(result)).toEqual([
      {
        file: 'said.png',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        bytes: (await stat(join(folder, 'said.png'))).size,
      },
    ]);
  });
});

describe('what cannot be baked or unbaked', () => {
  it.each([
    [['unbake', 'plain.png'], 3, 'image/no-badge'],
    [['unbake', 'plain.svg'], 3, 'image/no-badge'],
    [['unbake', 'note.txt'], 3, 'input/unsupported-kind'],
    [['unbake', 'missing.png'], 3, 'input/unreadable'],
    [['unbake', '/dev/zero'], 3, 'input/not-a-file'],
    [['bake', 'note.txt', 'assertion.json', '-o', 'x'], 3, 'image/cannot-hold-a-badge'],
    [['bake', 'plain.png', 'note.txt', '-o', 'x'], 3, 'badge/'],
    [['bake', 'plain.png', 'latin1.json', '-o', 'x'], 3, 'badge/bad-text'],
    [['bake', 'plain.png', 'assertion.json', '-o', 'no/such/folder'], 4, 'export/cannot-write'],
    [['bake', 'plain.png', 'assertion.json'], 64, '“-o” is missing'],
    [['bake', 'plain.png', '-o', 'x'], 64, 'IMAGE CREDENTIAL'],
    [['unbake'], 64, 'FILE'],
    [['unbake', 'baked.png', '--entry', '2'], 64, 'There is no entry 2'],
  ])('%j ends with %i and says %s', async (words, status, says) => {
    const result = await cli(...words);
    expect(result.stderr).toContain(says);
    expect(result).toMatchObject({ status, stdout: '' });
    expect(await readdir(folder)).not.toContain('x');
  });

  it('a failed write leaves the old file and no temporary one', async () => {
    await mkdir(join(folder, 'target.png'), { recursive: true });
    const result = await cli('bake', 'plain.png', 'assertion.json', '-o', 'target.png');
    expect([result.status, result.stdout]).toEqual([4, '']);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('a device is written to and never replaced', async () => {
    expect((await cli('bake', 'plain.png', 'assertion.json', '-o', '/dev/null')).status).toBe(0);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('a link at the target is replaced, not followed', async () => {
    await put('precious.txt', 'precious');
    await symlink(join(folder, 'precious.txt'), join(folder, 'link.png'));
    expect((await cli('bake', 'plain.png', 'assertion.json', '-o', 'link.png')).status).toBe(0);
    expect((await bytesOf('precious.txt')).toString()).toBe('precious');
  });
});
