import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createJournalWriter, journalName } from '../../electron/node/library/journal.ts';
import { badgeIdOfNumber, factsOfBadge, recordOf } from '../factories/library-records.ts';
import { type Fault, faultyFs } from '../support/faulty-fs.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

const record = (number: number) =>
  recordOf(
    [
      {
        kind: 'badge.added',
        badge: badgeIdOfNumber(number),
        addedAt: '2026-01-01T00:00:00.000Z',
        facts: factsOfBadge(),
      },
    ],
    { id: `record-${number}` },
  );

/** A journal with one record, and what to do with it; `broken`: which of the steps from now on fail. */
async function begun(code: string) {
  const folder = temporaryFolder();
  let failing: Fault['failsAt'] = () => false;
  const fs = faultyFs({ failsAt: (step) => failing(step), code });
  const writer = createJournalWriter({ fs, folder, device: 'd', quarantine: path.join(folder, 'aside') });
  await writer.append([record(1)]);
  return {
    writer,
    text: () => readFileSync(path.join(folder, journalName('d')), 'utf8'),
    breakNext: (next: number | null) => {
      const at = fs.steps();
      failing = next === null ? () => false : (step) => step === at + next;
    },
  };
}

test.each([
  ['the write, of which half is there', 1, 'ENOSPC', 'store/disk-full'],
  ['the sync after it', 2, 'EIO', 'store/io'],
] as const)(
  'an append is refused whole where %s fails, and the next one follows what was there before',
  async (_, step, code, told) => {
    const { writer, text, breakNext } = await begun(code);
    const before = text();
    breakNext(step);
    await expect(writer.append([record(2), record(3), record(4)])).rejects.toMatchObject({ code: told });
    expect(text()).toBe(before);
    breakNext(null);
    const [placed] = await writer.append([record(5)]);
    expect(placed).toEqual({
      file: journalName('d'),
      offset: before.length,
      length: text().length - before.length - 1,
    });
    expect(JSON.parse(text().slice(before.length))).toMatchObject({ record: { id: 'record-5' } });
    await writer.close();
  },
);
