import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rejudged } from '../../../shared/verify/rejudged.ts';
import type {
  Conformance,
  Integrity,
  IssuerBinding,
  Report,
  Standing,
} from '../../../shared/verify/report.ts';
import { verdictOf } from '../../../shared/verify/verdict.ts';
import { axisOf, checkOf, reportedAt, reportOf } from '../../factories/report.ts';

const at = '2026-11-22T12:00:00.000Z';
const nowMs = Date.parse(at);
const vouched = reportOf({ checks: [checkOf('proof.x'), checkOf('issuer.known'), checkOf('dates.expiry')] });
const selfAsserted = reportOf({
  issuerBinding: axisOf('self-asserted'),
  checks: [checkOf('issuer.key-binding', { outcome: 'unknown' })],
});

describe('a report judged anew', () => {
  it('has the issuer of the fresh check, where the old one stood, and all else of the old', () => {
    const old = reportOf({
      standing: axisOf('revoked', { source: 'live' }),
      checks: [checkOf('proof.x'), checkOf('issuer.key-binding'), checkOf('status.list')],
    });
    const fresh = reportOf({
      checkedAt: at,
      issuerBinding: axisOf('self-asserted'),
      checks: [checkOf('status.other'), checkOf('issuer.pinned-key'), checkOf('issuer.key-binding')],
    });
    const anew = rejudged(old, fresh, at);
    expect(anew.checks.map(({ id }) => id)).toEqual([
      'proof.x',
      'issuer.pinned-key',
      'issuer.key-binding',
      'status.list',
    ]);
    expect(anew).toMatchObject({ issuerBinding: { value: 'self-asserted' }, standing: { value: 'revoked' } });
    expect(anew.checkedAt).toBe(old.checkedAt);
  });

  it('keeps the date of what stays the same, so that nothing grows older by it', () => {
    const live = reportOf({ issuerBinding: axisOf('confirmed', { source: 'live' }) });
    const copy = reportOf({
      issuerBinding: axisOf('confirmed', { source: 'captured', asOf: '2020-01-01T00:00:00Z' }),
    });
    expect(rejudged(live, copy, at).issuerBinding).toEqual({
      value: 'confirmed',
      source: 'live',
      asOf: reportedAt,
    });
  });

  it('no longer rests on a word that is gone, though the badge cannot be checked', () => {
    for (const fresh of [null, reportOf({ integrity: axisOf('unsupported') })]) {
      const anew = rejudged(vouched, fresh, at);
      expect(verdictOf(anew, nowMs)).toBe('unconfirmed');
      expect(anew.checks.map(({ id }) => id)).toEqual(['proof.x', 'issuer.key-binding', 'dates.expiry']);
    }
  });

  it('stays as it was where the issuer’s own site confirmed it and nothing can be checked now', () => {
    const published = reportOf({ checks: [checkOf('issuer.hosted-scope')] });
    expect(rejudged(published, null, at)).toBe(published);
    expect(rejudged(selfAsserted, null, at)).toBe(selfAsserted);
  });

  it('has its endorsements judged anew too, each by the one of the same endorser and words', () => {
    const by = (issuerId: string, comment: string, value: 'confirmed' | 'self-asserted') =>
      reportOf({
        about: { issuerName: '', issuerId, comment },
        issuerBinding: axisOf(value),
        checks: [checkOf(value === 'confirmed' ? 'issuer.known' : 'issuer.key-binding')],
      });
    const old = reportOf({
      endorsements: [
        by('a', 'Good.', 'self-asserted'),
        by('b', 'Fine.', 'confirmed'),
        by('c', '', 'confirmed'),
      ],
    });
    const fresh = reportOf({
      endorsements: [
        by('b', 'Fine.', 'self-asserted'),
        by('a', 'Good.', 'confirmed'),
        by('d', '', 'confirmed'),
      ],
    });
    const values = (report: Report) => report.endorsements.map(({ issuerBinding }) => issuerBinding.value);
    expect(values(rejudged(old, fresh, at))).toEqual(['confirmed', 'self-asserted', 'unconfirmed']);
    expect(values(rejudged(old, null, at))).toEqual(['self-asserted', 'unconfirmed', 'unconfirmed']);
  });

  it('is green only where both the old and the fresh one allow it', () => {
    // Every other value is good, so that many of the reports are green.
    const mostly = <Value extends string>(good: Value, ...others: readonly Value[]) =>
      fc.oneof(fc.constant(good), fc.constantFrom(...others)).map((value) => axisOf(value));
    const any = fc.record({
      integrity: mostly<Integrity>('intact', 'partial', 'altered', 'unsupported', 'unsigned'),
      issuerBinding: mostly<IssuerBinding>('confirmed', 'self-asserted', 'unconfirmed', 'mismatch'),
      standing: mostly<Standing>('current', 'revoked', 'suspended', 'unknown'),
      conformance: mostly<Conformance>('conformant', 'malformed'),
      checks: fc.subarray([checkOf('issuer.known'), checkOf('issuer.key-binding'), checkOf('proof.x')]),
    });
    let green = 0;
    fc.assert(
      fc.property(any, fc.option(any), (old, fresh) => {
        const earlier = reportOf(old);
        const anew = rejudged(earlier, fresh === null ? null : reportOf(fresh), at);
        const others = { ...anew, issuerBinding: axisOf('confirmed' as const), checks: earlier.checks };
        expect(others).toEqual({ ...earlier, issuerBinding: axisOf('confirmed' as const) });
        if (!verdictOf(anew, nowMs).startsWith('verified')) return;
        green += 1;
        const isVouchedAnew = fresh !== null && fresh.issuerBinding.value === 'confirmed';
        expect(isVouchedAnew || verdictOf(earlier, nowMs).startsWith('verified')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect(green).toBeGreaterThan(10);
  });
});
