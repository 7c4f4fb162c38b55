import { withChanges } from './changes.ts';
import { withHeldStatus } from './held-status.ts';
import { rejudged } from './rejudged.ts';
import type { Check, Report, Verdict } from './report.ts';
import { verdictOf } from './verdict.ts';

/** A change of the documents at hand: a trust pack came, or it went. */
export interface DocumentsChanged {
  readonly came: boolean;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/**
 * An earlier report beside a `fresh` one that was made without a network, by the documents that are at hand now.
 *
 * Documents that came answer what was open. They make nothing good that was found bad, and nothing that was asked at its
 * source is told worse for their sake, unless by what they bring the badge is bad. When documents went, whatever rested on
 * captured ones is what the rest of them says; a revocation that a site told stays.
 *
 * `fresh` null: the badge could not be checked.
 */
export function judgedByDocuments(
  earlier: Report,
  fresh: Report | null,
  { came, nowMs }: DocumentsChanged,
): Report {
  const at = new Date(nowMs).toISOString();
  if (came) {
    const before = verdictOf(earlier, nowMs);
    if (fresh === null || bad.has(before)) return earlier;
    const now = withHeldStatus(earlier, fresh);
    return before === 'verified' && !bad.has(verdictOf(now, nowMs)) ? earlier : withChanges(earlier, now);
  }
  if (!restsOnCaptures(earlier)) return earlier;
  if (fresh === null) return rejudged(withoutPublished(earlier), null, at);
  const isToldBySite = revocations(earlier).some(({ source }) => source === 'live');
  return isToldBySite ? withHeldStatus(earlier, fresh) : fresh;
}

function restsOnCaptures({ checks, endorsements }: Report): boolean {
  return checks.some(({ source }) => source === 'captured') || endorsements.some(restsOnCaptures);
}

/** The report without what vouched for its key by a captured document: nobody can say now whether it still does. */
function withoutPublished(report: Report): Report {
  const checks = report.checks.filter(
    ({ id, source }) => !(id.startsWith('issuer.') && source === 'captured'),
  );
  return { ...report, checks };
}

function revocations({ standing, checks }: Report): readonly Check[] {
  if (standing.value !== 'revoked') return [];
  return checks.filter(({ id, outcome }) => outcome === 'fail' && /^(?:status|hosted)\./.test(id));
}

const bad: ReadonlySet<Verdict> = new Set(['altered', 'issuer-mismatch', 'revoked', 'malformed']);
