import { withHeldStatus } from '../verify/held-status.ts';
import type { Axis, Report } from '../verify/report.ts';

/** What of the app's own report an exported page keeps, so that its own check says no more and no less. */
export type HeldFacts = Pick<Report, 'checkedAt' | 'integrity' | 'issuerBinding' | 'standing' | 'checks'>;

/** Of the app's report what a `fresh` one without its owner's own lists may need: not whom the owner knows. */
export function heldFactsOf(report: Report, fresh: Report): HeldFacts {
  const { checkedAt, integrity, issuerBinding, standing, checks } = report;
  const { value } = issuerBinding;
  const counts = value === 'mismatch' || value === fresh.issuerBinding.value;
  return {
    checkedAt,
    integrity,
    issuerBinding: counts ? issuerBinding : fresh.issuerBinding,
    standing,
    checks: checks.filter(({ id }) => id.startsWith('status.')),
  };
}

/**
 * A report from saved documents with what the app held: a revocation stays (`withHeldStatus`), an issuer that the owner
 * knows to be another one stays another one, and a fact that was asked at its source then was asked at its source. That
 * the owner knows an issuer makes nothing better here: it is no proof for others.
 */
export function withHeldFacts(held: HeldFacts | null, report: Report): Report {
  if (held === null) return report;
  const judged = withHeldStatus(held, report);
  const isMismatch = held.issuerBinding.value === 'mismatch';
  return {
    ...judged,
    integrity: asAsked(held.integrity, judged.integrity),
    issuerBinding: isMismatch ? held.issuerBinding : asAsked(held.issuerBinding, judged.issuerBinding),
    standing: asAsked(held.standing, judged.standing),
  };
}

/** The same fact with the date and source of when it was asked. */
function asAsked<Value extends string>(held: Axis<Value>, found: Axis<Value>): Axis<Value> {
  const isSame = held.value === found.value && held.source === 'live' && found.source === 'captured';
  return isSame ? held : found;
}
