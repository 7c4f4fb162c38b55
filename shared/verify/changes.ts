import type { Report } from './report.ts';
import { type ChangeCode, changeCodes, type ReportChange } from './report-change.ts';
import type { SiteFacts } from './site-log.ts';

/**
 * The report with what changed since the one before: what is new by this check, and what an earlier check saw and still
 * holds. So a change stays told until it is over, however often a person checks again. `site`: how the sites answered that
 * were asked for it; null: they all did, or it is not known.
 */
export function withChanges(held: Report | null, report: Report, site: SiteFacts | null = null): Report {
  if (held === null) return report;
  const kept = (held.changes ?? []).filter(
    ({ code }) => isSo(code, report, site) || isNotAsked(code, report),
  );
  const known = new Set(kept.map(({ code }) => code));
  const fresh = changeCodes
    .filter((code) => !known.has(code) && isSo(code, report, site) && mayFollow(code, held))
    .map((code): ReportChange => ({ code, since: sinceOf(code, held, site), seenAt: report.checkedAt }));
  const changes = [...kept, ...fresh];
  return changes.length === 0 ? report : { ...report, changes };
}

/** A page that is gone was there when it was captured, whatever was checked in between. */
function sinceOf(code: ChangeCode, held: Report, site: SiteFacts | null): string {
  return (isAway(code) ? site?.since : null) ?? held.checkedAt;
}

/** What is known of a site stays so while nobody asks it. */
function isNotAsked(code: ChangeCode, report: Report): boolean {
  return siteCodes.has(code) && report.mode === 'offline' && isByRecords(report);
}

const siteCodes: ReadonlySet<ChangeCode> = new Set(['site-silent', 'site-gone', 'site-nameless']);

/** Nobody is there to answer; a silent site may do so another day. */
function isAway(code: ChangeCode): boolean {
  return code === 'site-gone' || code === 'site-nameless';
}

/** Whether it is so by this report. */
function isSo(code: ChangeCode, report: Report, site: SiteFacts | null): boolean {
  const has = (wanted: string) => report.checks.some((check) => check.code === wanted);
  const isOnline = report.mode === 'online';
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
    case 'site-silent': {
      const isSaid = site === null || site.trouble === 'silent';
      return isSaid && isOnline && isByRecords(report) && !has('issuer/former-key');
    }
    case 'site-gone':
      return isOnline && site?.trouble === 'gone' && report.standing.value !== 'revoked';
    case 'site-nameless':
      return isOnline && site?.trouble === 'nameless';
  }
}

/** Whether the report before leaves room for it: it was not so already, and something good was known. */
function mayFollow(code: ChangeCode, held: Report): boolean {
  const wasSuspended = held.standing.value === 'suspended' || held.standing.value === 'revoked';
  if (code === 'restored') return wasSuspended;
  if (isAway(code)) return true;
  if (code === 'site-silent')
    return held.mode === 'online' && !isByRecords(held) && held.integrity.source === 'live';
  return !isSo(code, held, null) && held.integrity.value !== 'altered' && held.integrity.value !== 'unsigned';
}

/** True where the proof or the issuer rests on a record of an earlier day. */
function isByRecords({ integrity, issuerBinding }: Report): boolean {
  return integrity.source === 'captured' || issuerBinding.source === 'captured';
}
