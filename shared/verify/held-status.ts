import { type CheckCode, sentenceOf } from '../text/checks.ts';
import { plainDate } from '../text/plain-date.ts';
import { pairedEndorsements } from './paired-endorsements.ts';
import type { Check, Report } from './report.ts';

/** What of an earlier report is held: its standing, the checks that it rests on, and the same of its endorsements. */
export type HeldReport = Pick<Report, 'checkedAt' | 'standing' | 'checks'> & {
  readonly endorsements?: readonly Report[];
};

/**
 * The report with what the last one holds of the badge's status, where the new one may not take it back (standards 4.3,
 * threat D11):
 *
 * - A list that is older than the one that was held says nothing: the held one counts, with its date.
 * - Revoked stays revoked until newer evidence of the same kind says otherwise: a newer signed list, or, where only the
 *   issuer's site itself answers (hosted badges, the lists of 2.x), that site, asked just now.
 *
 * A suspension ends with any list that is not older. The endorsements are held so too, each by itself.
 */
export function withHeldStatus(held: HeldReport | null, report: Report): Report {
  if (held === null) return report;
  const alone = withOwnStatus(held, report);
  if (report.endorsements.length === 0) return alone;
  const pairs = pairedEndorsements(report.endorsements, held.endorsements ?? []);
  const endorsements = report.endorsements.map((one, index) => withHeldStatus(pairs[index] ?? null, one));
  return { ...alone, endorsements };
}

function withOwnStatus(held: HeldReport, report: Report): Report {
  const older = statusOf(report).find((check) => isOlder(check, held));
  if (older !== undefined) return holding(held, report, 'status/list-older', older);
  const wasRevoked = held.standing.value === 'revoked' && report.standing.value !== 'revoked';
  if (!wasRevoked || isTakenBack(held, report)) return report;
  return holding(held, report, 'status/revoked-before', null);
}

/** True where the list that this check asked is older than the one that the held report asked. */
function isOlder(check: Check, held: HeldReport): boolean {
  const { list, listDate } = check.detail ?? {};
  if (list === undefined || !listDate) return false;
  return statusOf(held).some(
    ({ detail }) => detail?.list === list && detail.listDate !== undefined && detail.listDate > listDate,
  );
}

/** True where evidence as good as that of the revocation, and newer, says that the badge counts again. */
function isTakenBack(held: HeldReport, report: Report): boolean {
  return statusOf(held)
    .filter(({ code }) => code !== null && revokingCodes.has(code))
    .every((revoking) => {
      const { list, listDate } = revoking.detail ?? {};
      const isSigned = list !== undefined && listDate !== undefined;
      return report.checks.some((check) => {
        if (check.outcome !== 'pass' || check.asOf < revoking.asOf) return false;
        if (isSigned) return check.detail?.list === list && (check.detail.listDate ?? '') > listDate;
        const isSiteItself = check.id === 'hosted.confirmation' || check.id.startsWith('status.');
        return isSiteItself && check.source === 'live';
      });
    });
}

/** The report with the held standing instead of its own, and why. */
function holding(held: HeldReport, report: Report, code: CheckCode, instead: Check | null): Report {
  const kept = statusOf(held)
    .filter(({ id }) => id !== noteId)
    .map((check): Check => ({ ...check, source: check.source === 'local' ? 'local' : 'captured' }));
  const asOf = kept.reduce((date, check) => (check.asOf > date ? check.asOf : date), '') || held.checkedAt;
  const note: Check = {
    id: noteId,
    outcome: 'warn',
    code,
    asOf: instead?.asOf ?? report.checkedAt,
    source: instead?.source ?? 'local',
    message: sentenceOf(code, { date: plainDate(asOf) }),
  };
  const others = report.checks.filter((check) => !statusOf(report).includes(check));
  const { value } = held.standing;
  const isDated = value === 'expired' || value === 'not-yet-valid';
  return {
    ...report,
    standing: {
      value: isDated ? report.standing.value : value,
      asOf: held.standing.source === 'local' ? asOf : held.standing.asOf,
      source: 'captured',
    },
    checks: [...others, ...kept, note],
  };
}

function statusOf(report: Pick<Report, 'checks'>): readonly Check[] {
  return report.checks.filter(({ id }) => id.startsWith('status.'));
}

const noteId = 'status.held';
const revokingCodes: ReadonlySet<string> = new Set([
  'status/revoked',
  'status/revoked-plain',
  'hosted/gone',
  'hosted/revoked',
  'hosted/revoked-plain',
]);
