import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iTXt, pngWith } from '../factories/png.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { backupLineSchema, listLineSchema, restoreLineSchema } from '../support/line-schemas.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-backup-'));
  await mkdir(join(folder, 'files'));
  const anybody = await testIssuer('did:jwk');
  const picture = pngWith([iTXt('openbadgecredential', await anybody.sign({}, 'Welding 1'))]);
  await writeFile(join(folder, 'files/a.png'), picture);
  await writeFile(join(folder, 'files/b.jwt'), await anybody.sign({ id: 'urn:uuid:2' }, 'Knitting'));
  expect((await cli('import', '--offline', '--library', 'shelf', 'files')).status).toBe(0);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...words: string[]) =>
  runCli(words, { cwd: folder, environment: { XDG_CACHE_HOME: join(folder, 'cache') } });
const withInput = (stdin: string, ...words: string[]) =>
  runCli(words, { cwd: folder, stdin, environment: { XDG_CACHE_HOME: join(folder, 'cache') } });
const names = async (library: string) =>
  jsonLines(await cli('list', '--json', '--library', library)).map((line) => listLineSchema.parse(line).name);

describe('backup and restore', () => {
  it('M15 a backup comes back in an empty folder, and the doctor finds it sound', async () => {
    const made = await cli('backup', '--library', 'shelf', '-o', 'plain.zip');
    expect([made.status, made.stdout, made.stderr]).toEqual([
      0,
      '2 badges backed up to plain.zip; read back and test-restored.\n',
      '',
    ]);
    const restored = await cli('restore', 'plain.zip', '--library', 'new', '--mine');
    expect([restored.status, restored.stdout]).toEqual([
      0,
      '2 badges restored; the library holds 2 badges.\n',
    ]);
    expect(await names('new')).toEqual(await names('shelf'));
    expect((await cli('doctor', '--library', 'new')).stdout).toBe('✓ The library is sound: 2 badges.\n');
    const again = await cli('restore', '--json', 'plain.zip', '--library', 'new', '--mine');
    expect(restoreLineSchema.parse(JSON.parse(again.stdout))).toMatchObject({
      changed: false,
      badges: 2,
      newBadges: 0,
      leftOut: 0,
    });
    expect(
      (await readdir(join(folder, 'cache', 'badge-backpack'))).filter((name) => name.includes('test')),
    ).toEqual([]);
  });

  it('--json says what was written', async () => {
    const { stdout } = await cli('backup', '--json', '--library', 'shelf', '-o', 'json.zip');
    const line = backupLineSchema.parse(JSON.parse(stdout));
    expect(line).toMatchObject({
      file: 'json.zip',
      badges: 2,
      locked: false,
      recoveryCode: null,
      missing: [],
    });
    expect((await readFile(join(folder, 'json.zip'))).length).toBe(line.bytes);
  });

  it('N14 --recovery-code prints a code that restores in place of the passphrase; a wrong sign of it is told', async () => {
    await writeFile(join(folder, 'secret'), 'seven wet stones\n');
    const words = ['backup', '--library', 'shelf', '-o', 'coded', '--passphrase-file', 'secret'];
    const made = await cli(...words, '--recovery-code');
    const [, code = ''] = /in place of the passphrase: ([0-9A-Z-]{34})\n$/.exec(made.stdout) ?? [];
    expect(code).toHaveLength(34);
    const restore = (typed: string, library: string) =>
      withInput(`${typed}\n`, 'restore', 'coded', '--library', library, '--passphrase-file', '-');
    const mistyped = await restore(
      code.replace(/.$/, (sign) => (sign === '7' ? '8' : '7')),
      'c1',
    );
    expect([mistyped.status, mistyped.stderr]).toEqual([3, expect.stringContaining('recovery code')]);
    const right = await restore(code.toLowerCase(), 'c1');
    expect([right.status, right.stderr]).toEqual([0, '']);
    expect(await names('c1')).toEqual(await names('shelf'));
    expect((await cli('backup', '--library', 'shelf', '-o', 'p.zip', '--recovery-code')).status).toBe(64);
  });

  it('N14 a passphrase comes from a file, standard input or the environment, and a wrong one says so', async () => {
    await writeFile(join(folder, 'secret'), 'seven wet stones\nanother line\n');
    const made = await cli('backup', '--library', 'shelf', '-o', 'locked', '--passphrase-file', 'secret');
    expect(made.stdout).toContain('locked with the passphrase');
    const whole = await readFile(join(folder, 'locked'));
    expect(whole.includes('Welding')).toBe(false);
    const missing = await cli('restore', 'locked', '--library', 'n1');
    expect([missing.status, missing.stderr]).toEqual([
      3,
      expect.stringContaining('locked with a passphrase'),
    ]);
    const wrong = await withInput(
      'seven dry stones',
      'restore',
      'locked',
      '--library',
      'n1',
      '--passphrase-file',
      '-',
    );
    expect([wrong.status, wrong.stderr]).toEqual([3, expect.stringContaining('does not open the backup')]);
    const right = await withInput(
      'seven wet stones\n',
      'restore',
      'locked',
      '--library',
      'n1',
      '--passphrase-file',
      '-',
    );
    expect([right.status, right.stderr]).toEqual([0, '']);
    const byVariable = await runCli(['restore', 'locked', '--library', 'n2'], {
      cwd: folder,
      environment: { XDG_CACHE_HOME: join(folder, 'cache'), BADGE_BACKPACK_PASSPHRASE: 'seven wet stones' },
    });
    expect(byVariable.status).toBe(0);
    expect(await names('n2')).toEqual(await names('shelf'));
    const short = await withInput(
      'short',
      'backup',
      '--library',
      'shelf',
      '-o',
      'x',
      '--passphrase-file',
      '-',
    );
    expect([short.status, short.stderr]).toEqual([3, expect.stringContaining('at least 8 characters')]);
  });

  it('a damaged backup and a file that is none are refused, with words, and the library stays as it was', async () => {
    await cli('backup', '--library', 'shelf', '-o', 'whole.zip');
    const whole = await readFile(join(folder, 'whole.zip'));
    await writeFile(join(folder, 'cut.zip'), whole.subarray(0, whole.length - 100));
    const hash = async () =>
      createHash('sha256')
        .update((await readdir(join(folder, 'shelf'), { recursive: true })).join())
        .digest('hex');
    const before = await hash();
    for (const [file, status] of [
      ['cut.zip', 3],
      ['files/a.png', 3],
      ['nothing.zip', 3],
      ['files', 3],
    ] as const) {
      const result = await cli('restore', file, '--library', 'shelf');
      expect([file, result.status, result.stdout]).toEqual([file, status, '']);
      expect(result.stderr).not.toBe('');
    }
    expect(await hash()).toBe(before);
  });

  it('names what the library had lost, and ends with 2', async () => {
    await cli('import', '--offline', '--library', 'hurt', 'files');
    const [first = ''] = (await readdir(join(folder, 'hurt/badges'), { recursive: true })).filter((name) =>
      name.endsWith('.png'),
    );
    await writeFile(join(folder, 'hurt/badges', first), 'not what it was');
    const result = await cli('backup', '--library', 'hurt', '-o', 'hurt.zip');
    expect([result.status, result.stdout]).toEqual([
      2,
      expect.stringContaining('the library itself has lost it'),
    ]);
    expect((await cli('restore', 'hurt.zip', '--library', 'half', '--mine')).status).toBe(0);
    expect((await cli('doctor', '--library', 'half')).status).toBe(2);
  });

  it('wrong usage is told', async () => {
    for (const words of [
      ['backup', '--library', 'shelf'],
      ['backup', '-o', 'x'],
      ['backup', '--library', 'no-such-folder', '-o', 'x'],
      ['backup', '--library', 'shelf', '-o', '/dev/null'],
      ['restore', '--library', 'x'],
      ['restore', 'whole.zip'],
    ]) {
      expect((await cli(...words)).status, words.join(' ')).toBe(64);
    }
    expect((await cli('backup', '--library', 'shelf', '-o', 'shelf/x.zip')).status).toBe(3);
    expect((await cli('backup', '--library', 'shelf', '-o', 'no/such/x.zip')).status).toBe(4);
  });
});
