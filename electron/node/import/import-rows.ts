import type { Reading } from '../../../shared/badge/reading.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { ImportRow } from '../../../shared/ipc/import-views.ts';
import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { importRowWords } from '../../../shared/text/library.ts';
import { wordsForNote } from '../../../shared/text/notes.ts';
import { failureOf } from '../failure.ts';
import { type EditionReader, idsOf, isEdition } from '../library/editions.ts';

/** What became of the badges of a file that was taken in. */
export interface Added {
  readonly cameBack: boolean;
  /** Of each new badge, one that was here before with its issuer and id. */
  readonly twins: ReadonlyMap<string, string | null>;
}

interface RowReader extends EditionReader {
  readonly card: (id: string) => BadgeCard | null;
}

interface KeptFile {
  readonly sha256: string;
  /** The name for its row. */
  readonly shown: string;
  readonly reading: Reading;
}

/** The row of a file whose badges are here; `added` where they came by it, `isPutBack` where only the file was lost. */
export async function keptRow(
  library: RowReader,
  file: KeptFile,
  added: Added | undefined,
  isPutBack: boolean,
): Promise<ImportRow> {
  const { reading } = file;
  const badgeIds = idsOf(file.sha256, reading);
  const cards = badgeIds.map(library.card).filter((one) => one !== null);
  const twins =
    added === undefined ? { editions: [], same: 0 } : await twinsOf(library, badgeIds, reading, added);
  const notes = [...reading.notes, ...reading.badges.flatMap(({ badge }) => badge.notes)];
  return {
    fileName: file.shown,
    outcome: added === undefined ? 'already' : twins.editions.length > 0 ? 'edition' : 'imported',
    badgeIds,
    found: importRowWords.found(cards),
    notes: [
      ...(added?.cameBack === true ? [importRowWords.cameBack] : []),
      ...(isPutBack ? [importRowWords.putBack] : []),
      ...new Set(twins.editions.map(importRowWords.edition)),
      ...(twins.same > 0 ? [importRowWords.sameBadge] : []),
      ...new Set(notes.map(wordsForNote)),
    ],
    failure: null,
  };
}

/** Names of the badges here that the new ones are other editions of, and how many are here already in another file. */
async function twinsOf(
  library: RowReader,
  badgeIds: readonly string[],
  reading: Reading,
  { twins }: Added,
): Promise<{ readonly editions: readonly string[]; readonly same: number }> {
  const editions: string[] = [];
  let same = 0;
  for (const [index, id] of badgeIds.entries()) {
    const twin = twins.get(id) ?? null;
    if (twin === null) continue;
    if (await isEdition(library, reading, index, twin)) editions.push(library.card(twin)?.name ?? '');
    else same += 1;
  }
  return { editions, same };
}

/** The row of a file that was not taken in. */
export function failedRow(fileName: string, error: unknown): ImportRow {
  const cancelled = error instanceof CodedError && error.code === 'input/cancelled';
  return {
    fileName,
    outcome: cancelled ? 'cancelled' : 'refused',
    badgeIds: [],
    found: '',
    notes: [],
    failure: cancelled ? null : failureOf(error),
    ...linkOf(error),
  };
}

/** Where a file that is no badge leads: for the person to decide. */
function linkOf(error: unknown): Pick<ImportRow, 'link'> {
  if (!(error instanceof CodedError) || !error.code.startsWith('link/')) return {};
  const { url, host } = error.facts;
  return typeof url === 'string' && typeof host === 'string' ? { link: { url, host } } : {};
}
