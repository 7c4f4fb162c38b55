import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { createJournalWriter, journalName } from '../../electron/node/library/journal.ts';
import { decodeJournal } from '../../electron/node/library/journal-line.ts';
import { createLibraryCore, type Draft } from '../../electron/node/library/library-core.ts';
import type { Change } from '../../shared/library/operations.ts';
import { applyRecord, nothingTouched } from '../../shared/library/projection.ts';
import { emptyState, type LibraryState } from '../../shared/library/state.ts';
import { historyOf } from '../../shared/library/undo.ts';
import { limits } from '../../shared/limits.ts';
import { frozenMs, temporaryFolder } from '../support/temporary-library.ts';

const count = 100_000;
const ids = Array.from({ length: count }, (_, number) => number.toString(16).padStart(64, '0'));

function openCore() {
  const folder = path.join(temporaryFolder(), 'journal');
  mkdirSync(folder);
  const writer = createJournalWriter({ fs: nodeFs, folder, device: 'device', quarantine: folder });
  const core = createLibraryCore({
    state: emptyState(),
    reports: new Map(),
    libraryId: 'library',
    device: 'device',
    clock: { now: () => frozenMs },
    writer,
  });
  const file = path.join(folder, journalName('device'));
  const read = () => decodeJournal(readFileSync(file), 'library');
  const commit = (draft: Draft) => core.commit(() => ({ records: [draft], value: undefined }));
  return { core, writer, read, commit };
}

/** What the journal alone tells. */
function stateOf({ read }: ReturnType<typeof openCore>): LibraryState {
  const state = emptyState();
  for (const { record } of read().records) applyRecord(state, record, nothingTouched());
  return state;
}

const tagged = (state: LibraryState): number =>
  [...state.badges.values()].filter(({ tags }) => tags.get('work')?.value === true).length;
const removed = (state: LibraryState): number =>
  [...state.badges.values()].filter(({ present }) => present?.value === false).length;

test.each<[string, readonly Change[], (state: LibraryState) => number]>([
  ['a tag', [{ kind: 'tag.added', tag: 'work', badges: ids }], tagged],
  ['the bin', ids.map((badge) => ({ kind: 'badge.removed', badge })), removed],
])(
  'an action over a hundred thousand badges (%s) is written, read and undone as one, whatever a line holds',
  async (_, changes, done) => {
    const journal = openCore();
    const { core, commit, writer } = journal;
    expect(JSON.stringify(changes).length).toBeGreaterThan(limits.recordBytes);
    await commit({ action: { kind: 'do', id: 'large', label: 'All of them' }, changes });
    expect(done(core.state)).toBe(count);
    const { records, badLines } = journal.read();
    expect([badLines, records.length > 1]).toEqual([[], true]);
    expect(Math.max(...records.map(({ length }) => length))).toBeLessThan(limits.journalLineBytes);
    expect(done(stateOf(journal))).toBe(count);

    const { undo } = historyOf(core.state);
    expect(undo?.actionId).toBe('large');
    const action = { kind: 'undo', id: 'back', label: 'All of them', of: 'large' } as const;
    await commit({ action, changes: undo?.changes ?? [] });
    const after = stateOf(journal);
    expect([done(core.state), done(after)]).toEqual([0, 0]);
    expect([historyOf(after).undo, historyOf(after).redo?.actionId]).toEqual([null, 'large']);
    await writer.close();
  },
);
