import { describe, expect, it } from 'vitest';
import { withHeldStatus } from '../../../shared/verify/held-status.ts';
import type { Check, Report } from '../../../shared/verify/report.ts';
import { verdictOf } from '../../../shared/verify/verdict.ts';
import { axisOf, checkOf, reportOf } from '../../factories/report.ts';

const list = 'https://school.example/status/1';
const [may, june, july] = ['2026-05-03', '2026-06-03', '2026-07-03'].map((day) => `${day}T00:00:00.000Z`) as [
  string,
  string,
  string,
];

/** A report of a badge on a signed list of a date, asked on a day. */
function listed(standing: 'current' | 'revoked' | 'suspended', listDate: string, asOf: string): Report {
  const check: Partial<Check> = {
    current: { outcome: 'pass' as const },
    revoked: { outcome: 'fail' as const, code: 'status/revoked-plain' },
    suspended: { outcome: 'fail' as const, code: 'status/suspended' },
  }[standing];
  return reportOf({
    checkedAt: asOf,
    standing: axisOf(standing, { asOf, source: 'live' }),
    integrity: axisOf('intact', { asOf }),
    checks: [checkOf('status.list', { ...check, asOf, source: 'live', detail: { list, listDate } })],
  });
}
const unknownAt = (asOf: string) =>
  reportOf({
    checkedAt: asOf,
    standing: axisOf('unknown', { asOf }),
    checks: [checkOf('status.list', { outcome: 'unknown', code: 'status/list-unavailable', asOf })],
  });
const verdictAfter = (held: Report, report: Report) =>
  verdictOf(withHeldStatus(held, report), Date.parse(july));

describe('D11 what was held of a status', () => {
  it('revoked stays revoked by the same list, by an older one, and where none can be had', () => {
    const revoked = listed('revoked', may, june);
    expect(verdictAfter(revoked, listed('current', may, july))).toBe('revoked');
    expect(verdictAfter(revoked, listed('current', '2026-01-01T00:00:00.000Z', july))).toBe('revoked');
    expect(verdictAfter(revoked, unknownAt(july))).toBe('revoked');
  });

  it('a newer signed list gives a revoked badge back', () => {
    expect(verdictAfter(listed('revoked', may, june), listed('current', july, july))).toBe('verified');
  });

  it('another list cannot give it back', () => {
    const other = listed('current', july, july);
    const [check] = other.checks;
    const moved = { ...other, checks: [{ ...check, detail: { list: `${list}0`, listDate: july } } as Check] };
    expect(verdictAfter(listed('revoked', may, june), moved)).toBe('revoked');
  });

  it('a badge that two lists revoke is given back by both, never by one of them', () => {
    const [first, second] = [listed('revoked', may, june), listed('revoked', may, june)];
    const other = second.checks.map((check) => ({ ...check, detail: { list: `${list}0`, listDate: may } }));
    const revoked = { ...first, checks: [...first.checks, ...other] };
    const back = listed('current', july, july);
    const otherBack = back.checks.map((check) => ({
      ...check,
      detail: { list: `${list}0`, listDate: july },
    }));
    expect(verdictAfter(revoked, back)).toBe('revoked');
    expect(verdictAfter(revoked, { ...back, checks: otherBack })).toBe('revoked');
    expect(verdictAfter(revoked, { ...back, checks: [...back.checks, ...otherBack] })).toBe('verified');
  });

  it('a suspension ends with the same list, but not with an older one', () => {
    const suspended = listed('suspended', june, june);
    expect(verdictAfter(suspended, listed('current', june, july))).toBe('verified');
    expect(verdictAfter(suspended, listed('current', may, july))).toBe('suspended');
  });

  it('an older list never replaces the one that was held, whatever it says', () => {
    const held = listed('current', june, june);
    const report = withHeldStatus(held, listed('revoked', may, july));
    expect(report.standing).toEqual({ value: 'current', asOf: june, source: 'captured' });
    expect(verdictOf(report, Date.parse(july))).toBe('verified-earlier');
    expect(report.checks.map(({ code }) => code)).toEqual([null, 'status/list-older']);
  });

  it('a chain of replays keeps the date of the first answer', () => {
    const replay = listed('current', may, july);
    const once = withHeldStatus(listed('revoked', june, june), replay);
    const twice = withHeldStatus(once, replay);
    expect(twice.standing).toEqual(once.standing);
    expect(twice.checks).toHaveLength(once.checks.length);
  });

  it('the issuer’s site itself, asked just now, may give a hosted badge back; a capture may not', () => {
    const gone = reportOf({
      checkedAt: june,
      standing: axisOf('revoked', { asOf: june, source: 'live' }),
      checks: [
        checkOf('status.hosted', { outcome: 'fail', code: 'hosted/gone', asOf: june, source: 'live' }),
      ],
    });
    const confirmed = (source: 'live' | 'captured') =>
      reportOf({ checkedAt: july, checks: [checkOf('hosted.confirmation', { asOf: july, source })] });
    expect(verdictAfter(gone, confirmed('live'))).toBe('verified');
    expect(verdictAfter(gone, confirmed('captured'))).toBe('revoked');
  });

  it('an endorsement that was withdrawn stays so, whatever order they come in, and as long as the badge holds', () => {
    const by = (issuerName: string, one: Report): Report => ({
      ...one,
      about: { issuerName, issuerId: '', comment: 'Well done' },
    });
    const withEndorsements = (...endorsements: readonly Report[]) => ({
      ...listed('current', july, july),
      endorsements,
    });
    const held = withEndorsements(
      by('Ada', listed('revoked', may, june)),
      by('Bob', listed('current', may, june)),
    );
    const again = (listDate: string) =>
      withHeldStatus(
        held,
        withEndorsements(
          by('Cleo', listed('current', listDate, july)),
          by('Bob', listed('current', listDate, july)),
          by('Ada', listed('current', listDate, july)),
        ),
      );
    const standings = ({ endorsements }: Report) => endorsements.map(({ standing }) => standing.value);
    expect(standings(again(may))).toEqual(['current', 'current', 'revoked']);
    expect(standings(again(july))).toEqual(['current', 'current', 'current']);
    expect(verdictOf(again(may), Date.parse(july))).toBe('verified');
    expect(withHeldStatus(again(may), withEndorsements()).endorsements).toEqual([]);
  });

  it('nothing held changes nothing', () => {
    const report = listed('current', may, june);
    expect(withHeldStatus(null, report)).toBe(report);
    expect(withHeldStatus(unknownAt(may), report)).toBe(report);
  });
});
