import type { Report } from './report.ts';

/** What turned out to be different at a check from what the check before had found. */
export interface ReportChange {
  readonly code: ChangeCode;
  /** The date of the last check that found it as it was before: RFC 3339, UTC. */
  readonly since: string;
  /** The date of the check that saw the change. */
  readonly seenAt: string;
}

export const changeCodes = [
  'revoked',
  'suspended',
  'restored',
  'key-changed',
  'site-silent',
  'copy-differs',
] as const;
export type ChangeCode = (typeof changeCodes)[number];

/**
 * The report with what changed since the one before: what is new by this check, and what an earlier check saw and still
 * holds. So a change stays told until it is over, however often a person checks again.
 */
export function withChanges(held: Report | null, report: Report): Report {
  if (held === null) return report;
  const kept = (held.changes ?? []).filter(({ code }) => isSo(code, report));
  const known = new Set(kept.map(({ code }) => code));
  const fresh = changeCodes
    .filter((code) => !known.has(code) && isSo(code, report) && mayFollow(code, held))
    .map((code): ReportChange => ({ code, since: held.checkedAt, seenAt: report.checkedAt }));
  const changes = [...kept, ...fresh];
  return changes.length === 0 ? report : { ...report, changes };
}

/** Whether it is so by this report. */
function isSo(code: ChangeCode, report: Report): boolean {
  const has = (wanted: string) => report.checks.some((check) => check.code === wanted);
  switch (code) {
    case 'revoked':
      return report.standing.value === 'revoked';
    case 'suspended':
      return report.standing.value === 'suspended';
    case 'restored':
      return report.standing.value === 'current';
    case 'key-changed':
      return has('issuer/former-key');
    case 'copy-differs':
      return has('hosted/differs');
    case 'site-silent':
      return report.mode === 'online' && isByRecords(report) && !has('issuer/former-key');
  }
}

/** Whether the report before leaves room for it: it was not so already, and something good was known. */
function mayFollow(code: ChangeCode, held: Report): boolean {
  const wasSuspended = held.standing.value === 'suspended' || held.standing.value === 'revoked';
  if (code === 'restored') return wasSuspended;
  if (code === 'site-silent')
    return held.mode === 'online' && !isByRecords(held) && held.integrity.source === 'live';
  return !isSo(code, held) && held.integrity.value !== 'altered' && held.integrity.value !== 'unsigned';
}

/** True where the proof or the issuer rests on a record of an earlier day. */
function isByRecords({ integrity, issuerBinding }: Report): boolean {
  return integrity.source === 'captured' || issuerBinding.source === 'captured';
}
