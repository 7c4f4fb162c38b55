import { duePurges } from '../../../shared/library/bin.ts';
import { sha256Of } from '../../../shared/library/facts-of.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { isPurged } from '../../../shared/library/presence.ts';
import type { EvidenceEntry, LibraryState } from '../../../shared/library/state.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { LibraryCore } from './library-core.ts';
import type { Loaded } from './load.ts';
import type { ObjectStore } from './object-store.ts';

export interface Purging {
  readonly core: LibraryCore;
  readonly originals: ObjectStore;
  readonly evidence: ObjectStore;
}

/**
 * Deletes for good what was in the bin for its whole time; nothing while a journal cannot be read, since it may tell that
 * a badge was restored. Answers how many badges.
 */
export async function purgeDue(
  library: Purging & { readonly clock: Clock; readonly loaded: Pick<Loaded, 'unreadable'> },
): Promise<number> {
  const { core, clock, loaded } = library;
  if (core.readOnly || loaded.unreadable.length > 0) return 0;
  if (duePurges(core.state, clock.now()).length === 0) return 0;
  const changes = await core.commit(() => {
    const due = duePurges(core.state, clock.now());
    return { records: due.length === 0 ? [] : [{ action: null, changes: due }], value: due };
  });
  await deleteForGood(library, changes);
  return changes.filter(({ kind }) => kind === 'badge.purged').length;
}

/**
 * Removes the files of which some changes, in the journal already, tell the end. A file that is still needed stays; one
 * that cannot be removed now is named by `doctor`. Nothing is imported meanwhile: the same bytes could be coming in.
 */
export async function deleteForGood(
  { core, originals, evidence }: Purging,
  changes: readonly Change[],
): Promise<void> {
  const purges = changes.filter(({ kind }) => kind === 'badge.purged' || kind === 'evidence.purged');
  if (purges.length === 0) return;
  await core.commit(async () => {
    const { state } = core;
    const needed = originalsInUse(state);
    const kept = evidenceInUse(state);
    for (const change of purges) {
      const [store, sha256, isNeeded] =
        change.kind === 'badge.purged'
          ? [originals, sha256Of(change.badge), needed.has(sha256Of(change.badge))]
          : [evidence, fileOf(state, change), kept.has(fileOf(state, change) ?? '')];
      if (sha256 !== null && !isNeeded) await store.remove(sha256).catch(() => undefined);
    }
    return { records: [], value: undefined };
  });
}

/** The originals of all badges that are here or in the bin, by their SHA-256. */
export function originalsInUse(state: LibraryState): ReadonlySet<string> {
  const inUse = new Set<string>();
  for (const [id, entry] of state.badges) if (!isPurged(entry)) inUse.add(sha256Of(id));
  return inUse;
}

/** The files of all evidence that can still be shown, or brought back by undo, by their SHA-256. */
export function evidenceInUse(state: LibraryState): ReadonlySet<string> {
  return evidenceFiles(state, (entry) => !isPurged(entry));
}

/** The files of all evidence that was ever recorded, by their SHA-256. */
export function evidenceOfAll(state: LibraryState): ReadonlySet<string> {
  return evidenceFiles(state, () => true);
}

function evidenceFiles(
  { badges }: LibraryState,
  isWanted: (entry: EvidenceEntry) => boolean,
): ReadonlySet<string> {
  const files = new Set<string>();
  for (const { evidence } of badges.values()) {
    for (const entry of evidence.values()) {
      if (entry.facts?.value.kind === 'file' && isWanted(entry)) files.add(entry.facts.value.sha256);
    }
  }
  return files;
}

function fileOf({ badges }: LibraryState, change: Change): string | null {
  if (change.kind !== 'evidence.purged') return null;
  const facts = badges.get(change.badge)?.evidence.get(change.evidence)?.facts?.value;
  return facts?.kind === 'file' ? facts.sha256 : null;
}
