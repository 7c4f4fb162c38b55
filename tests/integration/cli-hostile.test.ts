import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iTXt, pngWith } from '../factories/png.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { fileLineSchema } from '../support/line-schemas.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;
/** What starting the process and checking a good badge takes on this computer, as busy as it is now. */
let startMs: number;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-hostile-'));
  await put('self.jwt', await (await testIssuer('did:jwk')).sign());
  startMs = (await check('self.jwt')).elapsedMs;
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const check = (...words: string[]) => runCli(['check', '--offline', ...words], { cwd: folder });
const checkJson = async (...words: string[]) => {
  const result = await check('--json', ...words);
  return { ...result, lines: jsonLines(result).map((line) => fileLineSchema.parse(line)) };
};

describe('hostile inputs', () => {
  it.each(['/dev/zero', '/dev/null'])('J03 %s is refused without hanging', async (path) => {
    const { status, lines, elapsedMs } = await checkJson(path);
    expect([status, lines[0]?.error?.code]).toEqual([3, 'input/not-a-file']);
    expect(elapsedMs).toBeLessThan(5_000);
  });

  it('L07 a FIFO is refused without hanging, named or in a folder', async () => {
    await mkdir(join(folder, 'pipes'));
    execFileSync('mkfifo', [join(folder, 'pipes/fifo.png')]);
    for (const path of ['pipes/fifo.png', 'pipes']) {
      const { status, lines, elapsedMs } = await checkJson(path);
      expect([status, lines[0]?.error?.code]).toEqual([3, 'input/not-a-file']);
      expect(elapsedMs).toBeLessThan(5_000);
    }
  });

  it('L03 a link inside a folder is not followed', async () => {
    await mkdir(join(folder, 'links'));
    await symlink(join(folder, 'self.jwt'), join(folder, 'links/inside.jwt'));
    const { lines } = await checkJson('links');
    expect(lines.map(({ error }) => error?.code)).toEqual(['input/not-a-file']);
  });

  it('J03 a sparse file of 10 GB, and a link to a file of the system, are refused', async () => {
    await put('sparse.png', '');
    await truncate(join(folder, 'sparse.png'), 10_000_000_000);
    await symlink('/etc/passwd', join(folder, 'passwd.png'));
    const { status, lines } = await checkJson('sparse.png', 'passwd.png');
    expect(lines[0]?.error?.code).toBe('input/too-large');
    expect(lines[1]?.error).not.toBeNull();
    expect(JSON.stringify(lines)).not.toContain('root:');
    expect(status).toBe(3);
  });

  it('J03 a file whose name begins with a dash is an option, unless it stands after --', async () => {
    await put('--json.jwt', 'Not a badge.');
    expect((await check('--json.jwt')).status).toBe(64);
    expect((await checkJson('--', '--json.jwt')).lines[0]?.error?.code).toBe('input/unknown-kind');
  });

  it.each([
    [
      'H02 ten thousand arrays in each other',
      `{"@context":[],"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    ],
    [
      'H03 a key that is there twice',
      '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","type":"x"}',
    ],
    ['H05 bytes that are no text', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['E03 a truncated picture', pngWith([iTXt('openbadges', '{}')]).slice(0, 60)],
    ['E01 text that unpacks to 400 MB', 'bomb'],
    ['nothing at all', ''],
  ])('%s is refused with a code, in time, and says nothing of our insides', async (_, content) => {
    const zeros = () => new Uint8Array(400_000_000);
    const hostile =
      content === 'bomb' ? pngWith([iTXt('openbadges', zeros(), { compressed: true })]) : content;
    await put('hostile.bin', hostile);
    const { status, lines, elapsedMs, stderr } = await checkJson('hostile.bin');
    expect(lines[0]?.error?.code).toMatch(/^(input|image|badge)\//);
    expect([status, stderr]).toEqual([3, '']);
    expect(lines[0]?.error?.message).not.toContain(folder);
    expect(elapsedMs - startMs).toBeLessThan(2_000);
  });
});
