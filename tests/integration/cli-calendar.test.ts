import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { listLineSchema } from '../support/line-schemas.ts';
import { lineOf, readCalendar, textOf } from '../support/read-calendar.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-calendar-'));
  const issuer = await testIssuer('did:jwk');
  const ends = { Gone: inDays(-3), Soon: inDays(9), Later: inDays(200) };
  for (const [name, validUntil] of Object.entries(ends)) {
    await writeFile(join(folder, `${name}.jwt`), await issuer.sign({ validUntil }, name));
  }
  await writeFile(join(folder, 'Never.jwt'), await issuer.sign({}, 'Never'));
  const files = ['Gone', 'Soon', 'Later', 'Never'].map((name) => `${name}.jwt`);
  await cli('import', '--offline', '--library', 'mine', ...files);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...words: string[]) =>
  runCli(words, { cwd: folder, environment: { XDG_CACHE_HOME: join(folder, 'cache') } });

it('list --expiring shows what ends within so many days, the first to end first', async () => {
  const names = async (days: string) =>
    jsonLines(await cli('list', '--library', 'mine', '--json', '--expiring', days)).map(
      (line) => listLineSchema.parse(line).name,
    );
  expect(await names('30')).toEqual(['Soon']);
  expect(await names('365')).toEqual(['Soon', 'Later']);
  expect(await names('0')).toEqual([]);
  for (const days of ['-1', 'soon', '1.5', '']) {
    expect((await cli('list', '--library', 'mine', `--expiring=${days}`)).status).toBe(64);
  }
});

it('calendar writes what ends as iCalendar, to a file or to standard output', async () => {
  const written = await cli('calendar', '--library', 'mine', '-o', 'ends.ics', '--json');
  expect([written.status, jsonLines(written)]).toMatchObject([0, [{ file: 'ends.ics' }]]);
  const text = await readFile(join(folder, 'ends.ics'), 'utf8');
  const summaries = (calendar: string) =>
    readCalendar(calendar).inside.map((event) => textOf(lineOf(event, 'SUMMARY')));
  expect(summaries(text)).toEqual(['“Soon” ends', '“Later” ends']);
  expect(summaries((await cli('calendar', '--library', 'mine')).stdout)).toEqual(summaries(text));
  expect((await cli('calendar')).status).toBe(64);
});
