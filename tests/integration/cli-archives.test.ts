import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { zipOf } from '../factories/zip.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { fileLineSchema, importLineSchema } from '../support/line-schemas.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;
let badge: string;
let other: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-archives-'));
  badge = await (await testIssuer('did:jwk')).sign();
  other = await (await testIssuer('did:jwk')).sign();
  const inner = zipOf([{ name: 'inside.jwt', data: other }]);
  const entries = [
    { name: 'badges/welding.jwt', data: badge },
    { name: 'broken.jwt', data: badge, crc: 1 },
    { name: 'inner.zip', data: inner },
  ];
  await writeFile(join(folder, 'farewell.zip'), zipOf(entries));
  await writeFile(join(folder, 'evil.zip'), zipOf([...entries, { name: '../evil.jwt', data: badge }]));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('check FILE.zip says of each file in it what it says of a file, names the way in, and stores nothing', async () => {
  const before = await readdir(folder);
  const result = await runCli(['check', '--offline', '--json', 'farewell.zip'], { cwd: folder });
  const lines = jsonLines(result).map((line) => fileLineSchema.parse(line));
  expect(lines.map(({ file, error }) => [file, error?.code])).toEqual([
    ['farewell.zip › badges/welding.jwt', undefined],
    ['farewell.zip › broken.jwt', 'archive/damaged-entry'],
    ['farewell.zip › inner.zip › inside.jwt', undefined],
  ]);
  expect(lines.map(({ badges }) => badges[0]?.source.path)).toEqual([
    ['badges/welding.jwt'],
    undefined,
    ['inner.zip', 'inside.jwt'],
  ]);
  expect(lines[0]?.sha256).toBe(sha256Of(badge));
  expect(result.status).toBe(3);
  expect(await readdir(folder)).toEqual(before);
});

it('G01 an archive with a name that leads out of it is one refused line', async () => {
  const result = await runCli(['check', '--offline', '--json', 'evil.zip'], { cwd: folder });
  const lines = jsonLines(result).map((line) => fileLineSchema.parse(line));
  expect(lines.map(({ file, error }) => [file, error?.code])).toEqual([['evil.zip', 'archive/unsafe-name']]);
  expect(result.status).toBe(3);
});

it('import FILE.zip prints a line for each badge in it', async () => {
  const words = ['import', '--offline', '--json', '--library', 'library', 'farewell.zip'];
  const lines = jsonLines(await runCli(words, { cwd: folder })).map((line) => importLineSchema.parse(line));
  expect(lines).toContainEqual({ file: 'farewell.zip › badges/welding.jwt', imported: sha256Of(badge) });
  expect(lines).toContainEqual({ file: 'farewell.zip › inner.zip › inside.jwt', imported: sha256Of(other) });
  expect(lines).toContainEqual(
    expect.objectContaining({ error: expect.objectContaining({ code: 'archive/damaged-entry' }) }),
  );
  expect(lines).toHaveLength(3);
});

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
