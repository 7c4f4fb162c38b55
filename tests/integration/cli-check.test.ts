import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iTXt, pngWith } from '../factories/png.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { fileLineSchema } from '../support/line-schemas.ts';
import { altered, learner, testIssuer } from '../support/signed-badge.ts';

let folder: string;
const now = ['--offline', '--now', '2026-11-22T00:00:00Z'];

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-check-'));
  const school = await testIssuer('did:web');
  const anybody = await testIssuer('did:jwk');
  const good = await school.sign();
  await Promise.all([
    put('good.jwt', good),
    put('good.png', pngWith([iTXt('openbadgecredential', good)])),
    put('altered.jwt', altered(good)),
    put('expired.jwt', await school.sign({ validUntil: '2026-06-01T00:00:00Z' })),
    put('self.jwt', await anybody.sign()),
    put('trust.json', JSON.stringify({ issuers: [{ id: anybody.id, name: 'Anybody' }] })),
    put('did.json', JSON.stringify(school.didDocument)),
    put('map.json', JSON.stringify({ [school.didDocumentUrl]: 'did.json' })),
    put('note.txt', 'Not a badge.'),
    put('terminal.jwt', await anybody.sign({}, 'a\u001b[31mred\u001b[0m\u202egnp.exe\u0007\u009b2J')),
  ]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const check = (...words: string[]) => runCli(['check', ...now, ...words], { cwd: folder });
const checkJson = async (...words: string[]) => {
  const result = await check('--json', ...words);
  return { ...result, lines: jsonLines(result).map((line) => fileLineSchema.parse(line)) };
};

describe('the exit status of check', () => {
  it('is 0 when every badge is verified or was verified earlier', async () => {
    const { status, lines } = await checkJson('--documents', 'map.json', 'good.jwt', 'good.png');
    expect(lines.map((line) => line.badges[0]?.verdict)).toEqual(['verified-earlier', 'verified-earlier']);
    expect(status).toBe(0);
  });

  it('is 1 when one is altered, or expired', async () => {
    const documents = ['--documents', 'map.json', 'good.jwt'];
    expect((await checkJson(...documents, 'altered.jwt')).lines[1]?.badges[0]?.verdict).toBe('altered');
    expect((await check(...documents, 'altered.jwt')).status).toBe(1);
    expect((await checkJson(...documents, 'expired.jwt')).lines[1]?.badges[0]?.verdict).toBe('expired');
    expect((await check(...documents, 'expired.jwt')).status).toBe(1);
  });

  it('is 2 when one could not be confirmed: nothing is green without the issuer’s document', async () => {
    expect((await check('good.jwt')).status).toBe(2);
    expect((await checkJson('self.jwt')).lines[0]?.badges[0]).toMatchObject({
      verdict: 'unconfirmed',
      integrity: 'intact',
      issuerBinding: 'self-asserted',
    });
    expect((await check('self.jwt')).status).toBe(2);
  });

  it('is 3 when an input was refused, and the others are checked all the same', async () => {
    const { status, lines } = await checkJson(
      '--documents',
      'map.json',
      'note.txt',
      'good.jwt',
      'missing.png',
    );
    expect(status).toBe(3);
    expect(lines.map(({ error }) => error?.code ?? null)).toEqual([
      'input/unknown-kind',
      null,
      'input/unreadable',
    ]);
  });

  it('is 4 when the system fails: here, a folder that may not be read', async (context) => {
    await mkdir(join(folder, 'locked'), { recursive: true });
    await chmod(join(folder, 'locked'), 0);
    const { status, lines } = await checkJson('locked');
    if (process.getuid?.() === 0) return context.skip('the administrator may read everything');
    expect([status, lines[0]?.error?.code]).toEqual([4, 'store/no-permission']);
  });

  /** Runs with one function of Node replaced by one that throws. */
  const checkWithout = async (module: string, name: string, thrown: string) => {
    const sabotage = [
      `import broken from '${module}';`,
      "import { syncBuiltinESMExports } from 'node:module';",
      `broken.${name} = () => { throw ${thrown}; };`,
      'syncBuiltinESMExports();',
    ];
    await put('sabotage.mjs', sabotage.join('\n'));
    const nodeWords = ['--import', join(folder, 'sabotage.mjs')];
    const result = await runCli(['check', ...now, '--json', 'self.jwt', 'missing.png'], {
      cwd: folder,
      nodeWords,
    });
    return { ...result, codes: jsonLines(result).map((line) => fileLineSchema.parse(line).error?.code) };
  };

  it('is 4 when the system has no descriptor left to open a file with', async () => {
    const thrown = "Object.assign(new Error('too many'), { code: 'EMFILE' })";
    const { status, codes } = await checkWithout('node:fs', 'openSync', thrown);
    expect([status, codes]).toEqual([4, ['store/io', 'input/unreadable']]);
  });

  it('is 5 for a bug of ours: the file’s line says so, its trace goes to standard error, the rest is checked', async () => {
    const { status, codes, stdout, stderr } = await checkWithout(
      'node:crypto',
      'hash',
      "new TypeError('jane@example.org')",
    );
    expect([status, codes]).toEqual([5, ['internal/bug', 'input/unreadable']]);
    expect(stderr).toMatch(/ {4}at /);
    expect(stdout + stderr).not.toContain('jane@example.org');
  });

  it('is 64 for wrong usage, with nothing on standard output', async () => {
    for (const words of [
      [],
      ['--bogus', 'a'],
      ['--jobs', 'x', 'a'],
      ['--now', 'yesterday', 'a'],
      ['--documents', 'none.json', 'a'],
    ]) {
      const { status, stdout, stderr } = await runCli(['check', ...words], { cwd: folder });
      expect([words, status, stdout]).toEqual([words, 64, '']);
      expect(stderr).toContain('check --help');
    }
  });
});

describe('the answers of check', () => {
  it('a known issuer of --trust turns a key of its own into a confirmed one', async () => {
    const { status, lines } = await checkJson('--trust', 'trust.json', 'self.jwt');
    expect(lines[0]?.badges[0]).toMatchObject({ verdict: 'verified', issuerBinding: 'confirmed' });
    expect(status).toBe(0);
  });

  it('the recipient is matched with --identity, in any case of letters', async () => {
    const recipientWith = async (...words: string[]) =>
      (await checkJson(...words, 'self.jwt')).lines[0]?.badges[0]?.recipient;
    expect(await recipientWith()).toBe('not-checked');
    expect(await recipientWith('--identity', 'other@example.org', '--identity', learner.toUpperCase())).toBe(
      'yours',
    );
    expect(await recipientWith('--identity', 'other@example.org')).toBe('not-yours');
  });

  it('the date of the documents is that of --captured-at, else that of their files', async () => {
    const asOf = async (...words: string[]) => {
      const { lines } = await checkJson('--documents', 'map.json', ...words, 'good.jwt');
      return lines[0]?.badges[0]?.checks
        .filter(({ source }) => source === 'captured')
        .map((line) => line.asOf);
    };
    expect(await asOf('--captured-at', '2026-05-04T00:00:00Z')).toContain('2026-05-04T00:00:00.000Z');
    await utimes(
      join(folder, 'did.json'),
      new Date('2026-07-07T00:00:00Z'),
      new Date('2026-07-07T00:00:00Z'),
    );
    expect(await asOf()).toContain('2026-07-07T00:00:00.000Z');
  });

  it('come in input order, a folder’s in the order of names, whatever --jobs says', async () => {
    await mkdir(join(folder, 'many/b'), { recursive: true });
    const names = ['many/a10.jwt', 'many/a2.jwt', 'many/B.jwt', 'many/b/c.jwt', 'many/é.jwt'];
    await Promise.all(names.map((name) => put(name, 'Not a badge.')));
    await put('many/.hidden.jwt', 'Not a badge.');
    for (const jobs of ['1', '3', '64']) {
      const { lines } = await checkJson('--jobs', jobs, 'note.txt', 'many', 'self.jwt');
      expect(lines.map(({ file }) => file)).toEqual([
        'note.txt',
        'many/B.jwt',
        'many/a10.jwt',
        'many/a2.jwt',
        'many/b/c.jwt',
        'many/é.jwt',
        'self.jwt',
      ]);
    }
  });

  it('a dash is standard input', async () => {
    const png = pngWith([iTXt('openbadges', '{')]);
    const result = await runCli(['check', ...now, '--json', '-'], { stdin: png });
    expect(fileLineSchema.parse(jsonLines(result)[0])).toMatchObject({
      file: '-',
      error: { code: 'badge/bad-json' },
    });
    expect(result.status).toBe(3);
  });

  it('an address is refused with --offline', async () => {
    const { status, lines } = await checkJson('https://example.org/badge.png');
    expect(lines[0]?.error?.code).toBe('network/offline');
    expect(status).toBe(3);
  });

  it('I01 an address inside this computer or network, or with a password, is not asked even when online', async () => {
    for (const [address, code] of [
      ['https://127.0.0.1/badge.png', 'network/private-host'],
      ['https://[::1]:8443/badge.png', 'network/private-host'],
      ['https://169.254.169.254/latest', 'network/private-host'],
      ['https://user:secret@example.org/badge.png', 'network/bad-url'],
    ] as const) {
      const result = await runCli(['check', '--json', address]);
      expect(fileLineSchema.parse(jsonLines(result)[0]).error?.code, address).toBe(code);
      expect(result.status).toBe(3);
    }
  });

  it('an address that is in the map of documents is answered from it, offline too', async () => {
    await put('urls.json', JSON.stringify({ 'https://example.org/badge': 'self.jwt' }));
    const { lines, status } = await checkJson('--documents', 'urls.json', 'https://example.org/badge');
    expect(lines[0]).toMatchObject({ file: 'https://example.org/badge', badges: [{ integrity: 'intact' }] });
    expect(status).toBe(2);
  });

  it('an empty folder confirms nothing', async () => {
    await mkdir(join(folder, 'empty'), { recursive: true });
    expect((await check('empty')).status).toBe(2);
  });

  it('for people: icon, word, name, one sentence, and each check on one line', async () => {
    const { stdout, status } = await check('--documents', 'map.json', 'good.jwt', 'note.txt');
    expect(status).toBe(3);
    expect(stdout).toContain('✓ Verified earlier · Welding 1\n  from Trade School · good.jwt\n');
    expect(stdout).toContain('✗ Refused · note.txt\n');
    expect(stdout).toContain('(input/unknown-kind)');
    expect(stdout).toContain('2 files, 1 badge, 1 file refused.');
    expect(stdout).not.toContain('\u001b');
  });

  it('no escape of a badge or of a file’s name reaches the terminal', async () => {
    await put('b\u001b[2J\nc.jwt', 'Not a badge.');
    const { stdout } = await check('terminal.jwt', 'b\u001b[2J\nc.jwt');
    expect(stdout).toContain('red');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});
