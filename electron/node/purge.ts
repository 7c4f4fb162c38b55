import { dueForPurge, purgeChanges } from '../../shared/library/bin.ts';
import { sha256Of } from '../../shared/library/facts-of.ts';
import type { Change } from '../../shared/library/operations.ts';
import { isPurged } from '../../shared/library/presence.ts';
import type { LibraryState } from '../../shared/library/state.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import type { LibraryCore } from './library-core.ts';
import type { ObjectStore } from './object-store.ts';

export interface Purging {
  readonly core: LibraryCore;
  readonly originals: ObjectStore;
  readonly evidence: ObjectStore;
}

/** Deletes for good what was in the bin for its whole time. Answers how many badges. */
export async function purgeDue(library: Purging & { readonly clock: Clock }): Promise<number> {
  const { core, clock } = library;
  if (core.readOnly || dueForPurge(core.state, clock.now()).length === 0) return 0;
  const changes = await core.commit(() => {
    const due = purgeChanges(core.state, dueForPurge(core.state, clock.now()));
    return { records: due.length === 0 ? [] : [{ action: null, changes: due }], value: due };
  });
  const ids = purgedIn(changes);
  await deleteForGood(library, ids);
  return ids.length;
}

/** The badges that some changes delete for good. */
export function purgedIn(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => (change.kind === 'badge.purged' ? [change.badge] : []));
}

/**
 * Removes the files of badges whose end is in the journal already. A file that any badge still needs stays; one that
 * cannot be removed now is named by `doctor`. Nothing is imported meanwhile: the same bytes could be coming in.
 */
export async function deleteForGood(
  { core, originals, evidence }: Purging,
  badgeIds: readonly string[],
): Promise<void> {
  if (badgeIds.length === 0) return;
  await core.commit(async () => {
    const { state } = core;
    const needed = originalsInUse(state);
    const needless = new Set(badgeIds.map(sha256Of).filter((sha256) => !needed.has(sha256)));
    for (const sha256 of needless) await originals.remove(sha256).catch(() => undefined);
    const kept = evidenceInUse(state);
    const gone = badgeIds.flatMap((id) => evidenceOf(state, id)).filter((sha256) => !kept.has(sha256));
    for (const sha256 of new Set(gone)) await evidence.remove(sha256).catch(() => undefined);
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
  const inUse = new Set<string>();
  for (const [id, entry] of state.badges) {
    if (!isPurged(entry)) for (const sha256 of evidenceOf(state, id)) inUse.add(sha256);
  }
  return inUse;
}

function evidenceOf(state: LibraryState, badgeId: string): readonly string[] {
  return [...(state.badges.get(badgeId)?.evidence.values() ?? [])].flatMap(({ facts }) =>
    facts?.value.kind === 'file' ? [facts.value.sha256] : [],
  );
}
