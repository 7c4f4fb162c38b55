import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { assertion20 } from '../factories/badges.ts';
import { builtCli, jsonLines, runCli, startCli } from '../support/built-cli.ts';
import { importLineSchema } from '../support/line-schemas.ts';
import { openAt, temporaryFolder } from '../support/temporary-library.ts';

const count = 5_000;

beforeAll(() => {
  builtCli();
}, 120_000);

/** A folder of so many badges. */
function folderOf(place: string): string {
  const folder = path.join(place, 'badges');
  mkdirSync(folder);
  for (let number = 0; number < count; number += 1) {
    const id = `https://school.example/assertions/${number}`;
    writeFileSync(
      path.join(folder, `${String(number).padStart(4, '0')}.json`),
      JSON.stringify(assertion20({ id })),
    );
  }
  return folder;
}

test('an import of 5 000 files that is killed goes on when the folder is given again: the rest is added, no badge twice', async () => {
  const place = temporaryFolder();
  const folder = folderOf(place);
  const words = ['import', '--offline', '--json', '--library', path.join(place, 'My backpack'), folder];

  const first = startCli(words);
  let told = '';
  await new Promise<void>((resolve) => {
    first.stdout?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.split('\n').length > 1_000) first.kill('SIGKILL');
    });
    first.on('close', () => resolve());
  });
  const acknowledged = told
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { imported: string });
  expect(acknowledged.length).toBeGreaterThanOrEqual(1_000);
  expect(acknowledged.length).toBeLessThan(count);

  const lines = jsonLines(await runCli(words, { timeoutMs: 110_000 })).map((line) =>
    importLineSchema.parse(line),
  );
  expect(lines).toHaveLength(count);
  const already = new Set(lines.flatMap((line) => ('already' in line ? [line.already] : [])));
  for (const { imported } of acknowledged) expect(already.has(imported)).toBe(true);
  expect(lines.filter((line) => 'imported' in line)).toHaveLength(count - already.size);

  const library = await openAt({ dir: path.join(place, 'My backpack'), cacheDir: path.join(place, 'cache') });
  expect(library.view().badges).toHaveLength(count);
  await library.close();
}, 240_000);

test('an import of 5 000 files can be stopped: what was told stays, the rest was not looked at, and going on adds it', async () => {
  const place = temporaryFolder();
  const folder = folderOf(place);
  const library = await openAt({ dir: path.join(place, 'My backpack'), cacheDir: path.join(place, 'cache') });
  const stop = new AbortController();
  let imported = 0;
  const { files, cancelled } = await library.importFiles([{ kind: 'path', path: folder }], {
    signal: stop.signal,
    onFile: ({ row }) => {
      if (row.outcome === 'imported') imported += 1;
      if (imported === 500) stop.abort();
    },
  });
  expect(cancelled).toBe(true);
  expect(files).toHaveLength(count);
  expect(library.view().badges).toHaveLength(imported);
  expect(files.filter(({ row }) => row.outcome === 'cancelled')).toHaveLength(count - imported);

  const again = await library.importFiles([{ kind: 'path', path: folder }]);
  expect(again.files.filter(({ row }) => row.outcome === 'already')).toHaveLength(imported);
  expect(again.files.filter(({ row }) => row.outcome === 'imported')).toHaveLength(count - imported);
  await library.close();
}, 240_000);
