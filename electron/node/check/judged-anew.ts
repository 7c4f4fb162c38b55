import { addressesOf } from '../../../shared/library/cards.ts';
import type { TrustState } from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { capturedDocuments } from '../library/captures.ts';
import type { Checking } from './check.ts';
import { readBadge } from './read-badge.ts';

/** A badge that was judged anew. */
export interface Rejudged {
  readonly id: string;
  readonly earlier: Report;
  readonly report: Report;
}

/**
 * Judges badges again, some at a time. `judge` makes the new report of the earlier and the fresh one. Badges that were never
 * checked, or whose report stays the same, are left out.
 */
export async function judgedAnew(
  library: Checking,
  ids: readonly string[],
  after: TrustState,
  judge: (earlier: Report, fresh: Report | null) => Report,
): Promise<readonly Rejudged[]> {
  const done: Rejudged[] = [];
  let next = 0;
  async function one(): Promise<void> {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      const earlier = await library.lastReport(id);
      if (earlier === null) continue;
      const report = judge(earlier, await freshReport(library, id, after));
      if (report !== earlier) done.push({ id, earlier, report });
    }
  }
  await Promise.all(Array.from({ length: limits.libraryChecksAtOnce }, one));
  return done;
}

/**
 * A check without a network, by whom and what would be trusted then. null: the badge cannot be checked, since its file is
 * damaged or the reader gave up.
 */
async function freshReport(library: Checking, id: string, after: TrustState): Promise<Report | null> {
  const { core, documents, engine, clock, trust } = library;
  try {
    const badge = await readBadge(library, id);
    return await engine.verify(badge, {
      documents: capturedDocuments(core.state, documents, after),
      identities: addressesOf(core.state),
      trust: await trust.trustFor(badge, after),
      nowMs: clock.now(),
    });
  } catch {
    return null;
  }
}
