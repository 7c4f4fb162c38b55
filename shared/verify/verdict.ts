import { limits } from '../limits.ts';
import { clockCheckId } from './clock-sanity.ts';
import type { Axis, Outcome, Report, Standing, Verdict } from './report.ts';

/**
 * The one headline of a report, by the table of the product's verdicts, worst first. Pure: the same report gives a
 * later date another answer, since expiry and freshness are computed from `nowMs` (milliseconds since 1970).
 */
export function verdictOf(report: Report, nowMs: number): Verdict {
  const standing = standingAt(report, nowMs);
  const integrity = report.integrity.value;
  const issuer = reportAt(report, nowMs).issuerBinding.value;
  if (integrity === 'altered') return 'altered';
  if (issuer === 'mismatch') return 'issuer-mismatch';
  if (standing === 'revoked') return 'revoked';
  if (report.conformance.value === 'malformed') return 'malformed';
  const isClockWrong = isClockWrongAt(report, nowMs);
  if (standing === 'suspended') return 'suspended';
  if (!isClockWrong && (standing === 'expired' || standing === 'not-yet-valid')) return standing;
  const hasGoodProof = integrity === 'intact' || integrity === 'partial';
  if (hasGoodProof && issuer !== 'confirmed') return 'unconfirmed';
  if (integrity === 'partial') return 'partial';
  if (integrity === 'unsupported' || standing === 'unknown') return 'unchecked';
  if (integrity === 'unsigned') return 'unsigned';
  if (isClockWrong) return 'unchecked';
  return isFresh(report, nowMs) ? 'verified' : 'verified-earlier';
}

/**
 * The report with what has ended since it was made: an issuer that only a registry vouched for, until a day that is over,
 * is known by its key alone.
 */
export function reportAt(report: Report, nowMs: number): Report {
  const { issuerBinding } = report;
  const endsMs = timeOf(issuerBinding.endsAt ?? null);
  if (issuerBinding.value !== 'confirmed' || issuerBinding.endsAt === undefined) return report;
  if (endsMs !== null && endsMs > nowMs) return report;
  return { ...report, issuerBinding: { ...issuerBinding, value: 'self-asserted' } };
}

/**
 * The standing at a moment. What the issuer did (revoked, suspended) is kept; what the dates say is computed again, so
 * that a badge expires while it lies in the library, with nobody asking anybody.
 */
export function standingAt(report: Report, nowMs: number): Standing {
  const recorded = report.standing.value;
  if (recorded === 'revoked') return 'revoked';
  const until = timeOf(report.validity.until);
  const from = timeOf(report.validity.from);
  if (until !== null && until + limits.clockSkewMs < nowMs) return 'expired';
  if (from !== null && from - limits.clockSkewMs > nowMs) return 'not-yet-valid';
  if (recorded === 'expired' && until === null) return 'expired';
  if (recorded === 'not-yet-valid' && from === null) return 'not-yet-valid';
  if (recorded === 'expired' || recorded === 'not-yet-valid') return standingWithoutDates(report);
  return recorded;
}

/**
 * True when this computer's clock was wrong at the check, or is now before the check was made: dates say nothing then,
 * and nothing may be green by them (threat D15).
 */
export function isClockWrongAt(report: Report, nowMs: number): boolean {
  const checkedMs = timeOf(report.checkedAt);
  const wentBack = checkedMs !== null && nowMs + limits.clockSkewMs < checkedMs;
  return wentBack || report.checks.some((check) => check.id === clockCheckId);
}

/** When the oldest fact that this report rests on was established: RFC 3339, UTC. */
export function verdictAsOf(report: Report): string {
  const remote = axesOf(report).filter((axis) => axis.source !== 'local');
  return remote.reduce((oldest, axis) => (axis.asOf < oldest ? axis.asOf : oldest), report.checkedAt);
}

/** True when nothing had to be asked, or all of it was asked at the source and still holds: a day, or as long as it says. */
function isFresh(report: Report, nowMs: number): boolean {
  return axesOf(report).every((axis) => {
    if (axis.source === 'local') return true;
    const establishedMs = timeOf(axis.asOf);
    if (axis.source !== 'live' || establishedMs === null) return false;
    return nowMs <= (timeOf(axis.freshUntil ?? null) ?? establishedMs + limits.freshFactMs);
  });
}

/** What the status checks alone said, for a badge whose dates stood in front of them when it was checked. */
function standingWithoutDates(report: Report): Standing {
  const status = report.checks.filter(({ id }) => id.startsWith('status.') || id.startsWith('hosted.'));
  if (status.some((check) => check.code === 'status/suspended')) return 'suspended';
  return status.every(({ outcome, code }) => saysNothingBad.has(outcome) || code === 'status/refresh')
    ? 'current'
    : 'unknown';
}

const saysNothingBad: ReadonlySet<Outcome> = new Set(['pass', 'not-applicable']);

/** The axes that may rest on a document; conformance and recipient never make a verdict older. */
function axesOf(report: Report): readonly Axis<string>[] {
  return [report.integrity, report.issuerBinding, report.standing];
}

function timeOf(text: string | null): number | null {
  if (text === null) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
