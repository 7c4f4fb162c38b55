import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iTXt, pngWith } from '../factories/png.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { doctorReportSchema, listLineSchema } from '../support/line-schemas.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-doctor-'));
  await mkdir(join(folder, 'files'));
  const anybody = await testIssuer('did:jwk');
  const picture = pngWith([iTXt('openbadgecredential', await anybody.sign({}, 'Welding 1'))]);
  await writeFile(join(folder, 'files/a.png'), picture);
  await writeFile(join(folder, 'files/b.jwt'), await anybody.sign({ id: 'urn:uuid:2' }, 'Knitting'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...words: string[]) =>
  runCli(words, { cwd: folder, environment: { XDG_CACHE_HOME: join(folder, 'cache') } });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const importInto = async (library: string) => {
  expect((await cli('import', '--offline', '--library', library, 'files')).status).toBe(0);
};
const list = async (library: string, ...words: string[]) =>
  jsonLines(await cli('list', '--json', '--library', library, ...words)).map((line) =>
    listLineSchema.parse(line),
  );

describe('doctor', () => {
  const doctor = async (library: string, ...words: string[]) => {
    const { status, stdout } = await cli('doctor', '--json', '--library', library, ...words);
    return { status, report: doctorReportSchema.parse(JSON.parse(stdout)) };
  };

  it('finds a sound library sound', async () => {
    await importInto('sound');
    expect(await doctor('sound')).toMatchObject({
      status: 0,
      report: { badges: 2, isSound: true, findings: [] },
    });
    const { stdout } = await cli('doctor', '--library', 'sound');
    expect(stdout).toBe('✓ The library is sound: 2 badges.\n');
  });

  it('M09 names an original whose bytes have changed, and ends with 2; the others stay', async () => {
    await importInto('hurt');
    const hash = sha256(await readFile(join(folder, 'files/b.jwt')));
    const original = (await readdir(join(folder, 'hurt/badges'), { recursive: true })).find((name) =>
      name.includes(hash),
    );
    await chmod(join(folder, 'hurt/badges', original ?? ''), 0o600);
    await writeFile(join(folder, 'hurt/badges', original ?? ''), 'something else');
    const { status, report } = await doctor('hurt');
    expect([status, report.isSound, report.findings.length]).toEqual([2, false, 1]);
    expect(JSON.stringify(report.findings)).toContain(hash);
    expect(await list('hurt', '--query', 'Welding')).toHaveLength(1);
  });

  it('M09 with --repair sets a damaged original aside as it was found; adding its file again makes the library whole', async () => {
    await importInto('mended');
    const hash = sha256(await readFile(join(folder, 'files/a.png')));
    const original = join(folder, 'mended/badges', hash.slice(0, 2), `${hash}.png`);
    await chmod(original, 0o600);
    await writeFile(original, 'something else');
    const { status, stdout } = await cli('doctor', '--repair', '--library', 'mended');
    expect(status).toBe(2);
    expect(stdout).toContain('1 file set aside in the library’s folder “quarantine”.');
    const [aside = '', ...others] = await readdir(join(folder, 'mended/quarantine'));
    expect([aside.startsWith(hash), others]).toEqual([true, []]);
    expect(await readFile(join(folder, 'mended/quarantine', aside), 'utf8')).toBe('something else');
    expect(await doctor('mended', '--repair')).toMatchObject({ status: 2, report: { setAside: 0 } });

    await importInto('mended');
    expect(await doctor('mended')).toMatchObject({ status: 0, report: { isSound: true, setAside: 0 } });
    expect(sha256(await readFile(original))).toBe(hash);
  });

  it('a deleted snapshot loses nothing', async () => {
    await importInto('fresh');
    const before = await list('fresh');
    await rm(join(folder, 'cache'), { recursive: true, force: true });
    expect(await list('fresh')).toEqual(before);
    expect(await doctor('fresh', '--repair')).toMatchObject({
      status: 0,
      report: { badges: 2, isSound: true },
    });
  });

  it('is wrong usage where there is no library', async () => {
    expect((await cli('doctor', '--library', 'nowhere')).status).toBe(64);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});
