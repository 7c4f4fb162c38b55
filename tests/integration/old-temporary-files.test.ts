import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { oldTemporaryFiles } from '../../electron/node/library/recover.ts';
import { limits } from '../../shared/limits.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

test('only files that nobody can be writing any more are old: no new one, no folder, nothing where there is none', async () => {
  const folder = temporaryFolder();
  const oldDate = new Date(Date.now() - limits.oldTemporaryMs - 60_000);
  for (const name of ['old.tmp', 'new.tmp']) writeFileSync(path.join(folder, name), '');
  mkdirSync(path.join(folder, 'folder'));
  for (const name of ['old.tmp', 'folder']) utimesSync(path.join(folder, name), oldDate, oldDate);
  expect(await oldTemporaryFiles(nodeFs, folder)).toEqual([path.join(folder, 'old.tmp')]);
  expect(await oldTemporaryFiles(nodeFs, path.join(folder, 'none'))).toEqual([]);
});
