import { addressesOf } from '../../../shared/library/cards.ts';
import type { TrustState } from '../../../shared/library/trust-state.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { capturedDocuments } from '../library/captures.ts';
import { type Checking, readBadge } from './check.ts';

/** What judging badges anew works with. */
export interface Rejudging extends Checking {
  /** The newest whole report. */
  readonly report: (badgeId: string) => Promise<Report | null>;
}

/** A badge that was judged anew. */
export interface Rejudged {
  readonly id: string;
  readonly earlier: Report;
  readonly report: Report;
}

/**
 * A check without a network, by whom and what would be trusted then. null: the badge cannot be checked, since its file is
 * damaged or the reader gave up.
 */
export async function freshReport(library: Rejudging, id: string, after: TrustState): Promise<Report | null> {
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
