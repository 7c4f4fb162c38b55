import { expect, it } from 'vitest';
import { changeSentences } from '../../../shared/text/changes.ts';
import { withChanges } from '../../../shared/verify/changes.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { axisOf, checkOf, reportOf } from '../../factories/report.ts';

const [may, june, july] = [
  '2026-05-03T12:00:00.000Z',
  '2026-06-03T12:00:00.000Z',
  '2026-07-03T12:00:00.000Z',
];
const live = { source: 'live' as const };
const good = (checkedAt = may, change: Partial<Report> = {}): Report =>
  reportOf({
    checkedAt,
    mode: 'online',
    integrity: axisOf('intact', live),
    issuerBinding: axisOf('confirmed', live),
    standing: axisOf('current', live),
    ...change,
  });
const codesOf = (report: Report) => (report.changes ?? []).map(({ code }) => code);

it('a first check changes nothing, nor does one that finds the same', () => {
  expect(withChanges(null, good()).changes).toBeUndefined();
  expect(withChanges(good(), good(june)).changes).toBeUndefined();
});

it('a revocation is told with the date of the last good check, as long as it holds', () => {
  const revoked = (date: string) => good(date, { standing: axisOf('revoked', live) });
  const seen = withChanges(good(), revoked(june));
  expect(seen.changes).toEqual([{ code: 'revoked', since: may, seenAt: june }]);
  expect(withChanges(seen, revoked(july)).changes).toEqual(seen.changes);
  const back = withChanges(seen, good(july));
  expect(codesOf(back)).toEqual(['restored']);
  expect(changeSentences(back.changes ?? [], [])).toEqual([
    'The issuer made this badge valid again: on 3 June 2026 it was not, on 3 July 2026 it was.',
  ]);
});

it('a key that the issuer changed is told once, and a site that fell silent until it answers again', () => {
  const rotated = good(june, {
    integrity: axisOf('intact', { source: 'captured', asOf: may }),
    checks: [checkOf('issuer.former-key', { outcome: 'warn', code: 'issuer/former-key' })],
  });
  expect(codesOf(withChanges(good(), rotated))).toContain('key-changed');
  const silent = good(june, { integrity: axisOf('intact', { source: 'captured', asOf: may }) });
  const seen = withChanges(good(), silent);
  expect(codesOf(seen)).toEqual(['site-silent']);
  expect(codesOf(withChanges(seen, good(july)))).toEqual([]);
});

it('a check with no network does not call the site silent', () => {
  const offline = good(june, {
    mode: 'offline',
    integrity: axisOf('intact', { source: 'captured', asOf: may }),
  });
  expect(codesOf(withChanges(good(), offline))).toEqual([]);
});

it('C07 the issuer’s copy that was changed is told; a badge that was bad before has no change to tell', () => {
  const differs = good(june, {
    integrity: axisOf('altered', live),
    checks: [checkOf('hosted.confirmation', { outcome: 'fail', code: 'hosted/differs' })],
  });
  expect(codesOf(withChanges(good(), differs))).toEqual(['copy-differs']);
  expect(codesOf(withChanges(differs, { ...differs, checkedAt: july }))).toEqual([]);
});

it('what the issuer wrote anew is told with the date of the earlier text', () => {
  expect(changeSentences([], [{ member: 'criteria', since: may }])).toEqual([
    'Since 3 May 2026 the issuer has rewritten its criteria. The earlier text is kept.',
  ]);
});
