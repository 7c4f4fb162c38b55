import { hasZone, readDate } from '../badge/dates.ts';
import { own } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term } from '../badge/terms.ts';
import { isJsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { plainDate } from '../text/plain-date.ts';
import type { Finding, Run } from './run.ts';

/** From when to when a badge says that it counts. */
export interface Validity {
  /** Milliseconds since 1970; null: not said. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads the dates of a badge and says whether it is in force: two minutes of difference between clocks are forgiven.
 * An end before the beginning and an end that cannot be read break the badge (standards 1.7 step 9; threat D14).
 *
 * `mayEndElsewhere`: that the badge at hand names no end does not say that there is none. `isProven`: its dates are as
 * they were signed, or as its issuer's site gives them.
 */
export function checkValidity(
  badge: Badge,
  run: Run,
  { mayEndElsewhere, isProven }: { readonly mayEndElsewhere: boolean; readonly isProven: boolean } = proven,
): Validity {
  const isLegacy = ['0.5', '1.0', '1.1', '2.x'].includes(badge.version);
  const froms = datesIn(badge, isLegacy ? [badge.issuedOn] : [badge.validFrom], [
    'validFrom',
    'issuanceDate',
  ]);
  const untils = datesIn(badge, [badge.expires], ['validUntil', 'expirationDate']);
  const findings: Finding[] = [...froms, ...untils].flatMap((date) => problemsOf(date, isLegacy));
  const fromMs = extreme(froms, Math.max);
  const untilMs = extreme(untils, Math.min);
  if (fromMs !== null && untilMs !== null && untilMs < fromMs) {
    findings.push({ id: 'structure.dates-order', outcome: 'fail', code: 'dates/reversed' });
  }
  const hasNoEnd = untils.length === 0 && !mayEndElsewhere && isWithoutEnd(badge);
  findings.push(...standingOfDates(fromMs, untilMs, { isLegacy, hasNoEnd, isProven }, run));
  return { fromMs, untilMs, findings };
}

const proven = { mayEndElsewhere: false, isProven: true };

/** A file that holds only an address says nothing of an end, nor does an end that cannot be read. */
function isWithoutEnd({ source }: Badge): boolean {
  if (source.kind === 'url') return false;
  const { document } = source;
  const ends = [own(document, 'validUntil'), own(document, 'expirationDate'), term(document, 'expires')];
  return ends.every((end) => end === undefined || end === null);
}

function standingOfDates(
  fromMs: number | null,
  untilMs: number | null,
  {
    isLegacy,
    hasNoEnd,
    isProven,
  }: { readonly isLegacy: boolean; readonly hasNoEnd: boolean; readonly isProven: boolean },
  run: Run,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (fromMs !== null && fromMs - limits.clockSkewMs > run.nowMs) {
    const code = isLegacy ? 'dates/future-issue' : 'dates/not-yet-valid';
    findings.push({ id: 'dates.start', outcome: 'fail', code, facts: { date: dateText(fromMs) } });
  }
  if (hasNoEnd && isProven)
    findings.push({ id: 'dates.expiry', outcome: 'not-applicable', code: 'dates/no-end' });
  else if (hasNoEnd) findings.push({ id: 'dates.expiry', outcome: 'unknown', code: 'dates/no-end-unproven' });
  if (untilMs === null) return findings;
  if (untilMs + limits.clockSkewMs < run.nowMs) {
    findings.push({
      id: 'dates.expiry',
      outcome: 'fail',
      code: 'dates/expired',
      facts: { date: dateText(untilMs) },
    });
  } else if (isProven) findings.push({ id: 'dates.expiry', outcome: 'pass', code: 'dates/current' });
  else findings.push({ id: 'dates.expiry', outcome: 'unknown', code: 'dates/current-unproven' });
  return findings;
}

/** The normalised dates and, for a credential, every spelling of them that its document carries. */
function datesIn(
  badge: Badge,
  normalised: readonly (string | null)[],
  names: readonly string[],
): readonly string[] {
  const document = badge.source.kind === 'url' ? null : badge.source.document;
  const found = isJsonObject(document) ? names.map((name) => own(document, name)) : [];
  const texts = [...normalised, ...found].filter((value) => typeof value === 'string');
  return [...new Set(texts)];
}

function problemsOf(date: string, isLegacy: boolean): readonly Finding[] {
  if (readDate(date) === null) {
    return [{ id: 'structure.dates', outcome: 'fail', code: 'dates/unreadable', facts: { date } }];
  }
  const isZoneless = !isLegacy && !hasZone(date);
  return isZoneless
    ? [{ id: 'structure.dates-zone', outcome: 'warn', code: 'dates/no-zone', facts: { date } }]
    : [];
}

function extreme(dates: readonly string[], choose: (...values: number[]) => number): number | null {
  const moments = dates.map(readDate).filter((moment) => moment !== null);
  return moments.length === 0 ? null : choose(...moments);
}

function dateText(ms: number): string {
  return plainDate(new Date(ms).toISOString());
}
