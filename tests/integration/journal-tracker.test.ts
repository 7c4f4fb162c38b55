import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../electron/node/files.ts';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { encodeLine } from '../../electron/node/library/journal-line.ts';
import { createJournalTracker } from '../../electron/node/library/journal-tracker.ts';
import { badgeIdOfNumber, recordOf } from '../factories/library-records.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

const lineOf = (id: string) =>
  encodeLine(recordOf([{ kind: 'badge.removed', badge: badgeIdOfNumber(1) }], { id, device: 'other' }));

/** A tracker that knows the journal of another device as it stands. */
function following(...ids: readonly string[]) {
  const folder = temporaryFolder();
  const file = path.join(folder, 'other.jsonl');
  writeFileSync(file, Buffer.concat(ids.map(lineOf)));
  const bytes = readFileSync(file);
  const part = { file: 'other.jsonl', end: bytes.length, sha256: sha256Hex(bytes), badLines: [] };
  const tracker = createJournalTracker({
    fs: nodeFs,
    folder,
    libraryId: 'library-1',
    device: 'mine',
    writer: null,
    loaded: { journals: [part], torn: [], unreadable: [] },
  });
  const arrivedIds = async () => (await tracker.arrived()).map(({ record }) => record.id);
  return { file, tracker, part, arrivedIds };
}

test('M14 what is added to the journal of another device arrives once, where it lies', async () => {
  const { file, tracker, part, arrivedIds } = following('record-1');
  expect(await arrivedIds()).toEqual([]);
  expect(await tracker.parts()).toEqual([part]);
  const added = lineOf('record-2');
  writeFileSync(file, added.subarray(0, 9), { flag: 'a' });
  expect(await arrivedIds()).toEqual([]);
  writeFileSync(file, added.subarray(9), { flag: 'a' });
  const arrived = await tracker.arrived();
  expect(arrived.map(({ placed }) => placed)).toEqual([
    { file: 'other.jsonl', offset: part.end, length: added.length - 1 },
  ]);
  expect(await arrivedIds()).toEqual([]);
  const bytes = readFileSync(file);
  expect(await tracker.parts()).toEqual([{ ...part, end: bytes.length, sha256: sha256Hex(bytes) }]);
});

test('M14 a journal in the place of another one is read whole, also where it is as long as that', async () => {
  const { file, tracker, arrivedIds } = following('record-1');
  expect(await arrivedIds()).toEqual([]);
  writeFileSync(file, lineOf('record-9'));
  utimesSync(file, new Date(1_000), new Date(2_000));
  expect(await arrivedIds()).toEqual(['record-9']);
  expect(await tracker.parts()).toBeNull();
});
