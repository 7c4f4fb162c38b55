import { describe, expect, it } from 'vitest';
import {
  judge,
  type Shown,
  type ShownBadge,
  type StatedCase,
} from '../../../electron/cli/conformance-judge.ts';
import type { Verdict } from '../../../shared/verify/report.ts';

const green: ShownBadge = {
  verdict: 'verified',
  integrity: 'intact',
  issuerBinding: 'confirmed',
  standing: 'current',
  conformance: 'conformant',
  open: [],
};
const selfAsserted: ShownBadge = { ...green, verdict: 'unconfirmed', issuerBinding: 'self-asserted' };
const unconfirmed: ShownBadge = { ...green, verdict: 'unconfirmed', issuerBinding: 'unconfirmed' };
const unchecked: ShownBadge = { ...green, verdict: 'unchecked', integrity: 'unsupported' };
const unsigned: ShownBadge = {
  ...green,
  verdict: 'unsigned',
  integrity: 'unsigned',
  issuerBinding: 'unconfirmed',
};
const revoked: ShownBadge = { ...green, verdict: 'revoked', standing: 'revoked' };
const refused: Shown = { kind: 'refused', code: 'badge/bad-json', message: 'This is not JSON.' };

const stated = (expected: StatedCase['expected'], more: Partial<StatedCase> = {}): StatedCase => ({
  expected,
  hasPolicyNote: false,
  lacksProof: false,
  isStructuralOnly: false,
  keysWereTrusted: false,
  ...more,
});
const read = (...badges: readonly ShownBadge[]): Shown => ({ kind: 'read', badges });
const judgementOf = (...args: Parameters<typeof judge>) => judge(...args).judgement;

describe('an invalid case', () => {
  it.each(['verified', 'verified-earlier'] as const)('shown as %s is a false green', (verdict) => {
    expect(judgementOf(stated('invalid'), read({ ...green, verdict }))).toBe('false green');
  });

  it('of a key-only issuer, shown intact, current and not malformed, is a false green', () => {
    expect(judgementOf(stated('invalid'), read(selfAsserted))).toBe('false green');
    expect(judgementOf(stated('invalid'), read({ ...selfAsserted, conformance: 'deviates' }))).toBe(
      'false green',
    );
    expect(judgementOf(stated('invalid', { keysWereTrusted: true }), read(selfAsserted))).toBe('false green');
  });

  it('of a key-only issuer, shown malformed, revoked or altered, agrees', () => {
    expect(judgementOf(stated('invalid'), read({ ...selfAsserted, conformance: 'malformed' }))).toBe('agree');
    expect(judgementOf(stated('invalid'), read({ ...selfAsserted, standing: 'revoked' }))).toBe('agree');
    expect(judgementOf(stated('invalid'), read({ ...selfAsserted, integrity: 'altered' }))).toBe('agree');
  });

  it('is a false green as soon as one badge of the file is green, whatever stands beside it', () => {
    expect(judgementOf(stated('invalid'), read(revoked, green))).toBe('false green');
    expect(judgementOf(stated('invalid'), read(green, revoked))).toBe('false green');
  });

  it('that was refused agrees', () => {
    expect(judgementOf(stated('invalid'), refused)).toBe('agree');
  });

  it.each([unconfirmed, unchecked, unsigned, { ...selfAsserted, standing: 'unknown' as const }])(
    'shown as %o is undecided: not being green is not yet finding the fault',
    (badge) => {
      expect(judgementOf(stated('invalid'), read(badge))).toBe('undecided');
    },
  );

  it('that lacks a proof agrees when it is called unsigned, and only then', () => {
    const proofless = stated('invalid', { lacksProof: true });
    expect(judgementOf(proofless, read(unsigned))).toBe('agree');
    expect(judgementOf(proofless, read(unchecked))).toBe('undecided');
    expect(judgementOf(proofless, read(unsigned, green))).toBe('false green');
  });

  it('in which no badge was found is undecided', () => {
    expect(judgementOf(stated('invalid'), read())).toBe('undecided');
  });

  it('of shape alone agrees only when it is called malformed', () => {
    const structural = stated('invalid', { isStructuralOnly: true });
    expect(judgementOf(structural, read(unsigned))).toBe('undecided');
    expect(judgementOf(structural, read({ ...unsigned, conformance: 'deviates' }))).toBe('undecided');
    expect(
      judgementOf(structural, read({ ...unsigned, verdict: 'malformed', conformance: 'malformed' })),
    ).toBe('agree');
  });
});

describe('a valid case', () => {
  it.each(['verified', 'verified-earlier'] as const)('shown as %s agrees', (verdict) => {
    expect(judgementOf(stated('valid'), read({ ...green, verdict }))).toBe('agree');
  });

  it.each<Verdict>([
    'altered',
    'issuer-mismatch',
    'revoked',
    'malformed',
    'expired',
    'not-yet-valid',
    'suspended',
  ])('shown as %s is a false alarm, with a policy note too', (verdict) => {
    expect(judgementOf(stated('valid'), read({ ...green, verdict }))).toBe('false alarm');
    expect(judgementOf(stated('valid', { hasPolicyNote: true }), read({ ...green, verdict }))).toBe(
      'false alarm',
    );
  });

  it('whose verdict is green over a bad axis is a false alarm: one of the two is wrong', () => {
    expect(judgementOf(stated('valid'), read({ ...green, standing: 'revoked' }))).toBe('false alarm');
    expect(judgementOf(stated('valid'), read({ ...green, conformance: 'malformed' }))).toBe('false alarm');
  });

  it('that was refused, or in which no badge was found, is a false alarm', () => {
    expect(judgementOf(stated('valid'), refused)).toBe('false alarm');
    expect(judgementOf(stated('valid'), read())).toBe('false alarm');
  });

  it('of a key-only issuer agrees when it is intact, current and not malformed', () => {
    expect(judgementOf(stated('valid'), read(selfAsserted))).toBe('agree');
    expect(judgementOf(stated('valid'), read({ ...selfAsserted, standing: 'unknown' }))).toBe('undecided');
    expect(judgementOf(stated('valid'), read({ ...selfAsserted, integrity: 'partial' }))).toBe('undecided');
  });

  it('of a key-only issuer must be green once its key is trusted', () => {
    expect(judgementOf(stated('valid', { keysWereTrusted: true }), read(selfAsserted))).toBe('undecided');
    expect(judgementOf(stated('valid', { keysWereTrusted: true }), read(green))).toBe('agree');
  });

  it('with a policy note agrees when it is intact and only the signer is not confirmed', () => {
    expect(judgementOf(stated('valid', { hasPolicyNote: true }), read(unconfirmed))).toBe('agree');
    expect(judgementOf(stated('valid'), read(unconfirmed))).toBe('undecided');
    expect(judgementOf(stated('valid', { hasPolicyNote: true }), read(unchecked))).toBe('undecided');
    expect(
      judgementOf(stated('valid', { hasPolicyNote: true }), read({ ...unconfirmed, standing: 'unknown' })),
    ).toBe('undecided');
  });

  it('agrees only when every badge of the file is good', () => {
    expect(judgementOf(stated('valid'), read(green, unchecked))).toBe('undecided');
    expect(judgementOf(stated('valid'), read(green, revoked))).toBe('false alarm');
    expect(judgementOf(stated('valid'), read(green, selfAsserted))).toBe('agree');
  });

  it('of shape alone agrees when it is unsigned and not malformed', () => {
    const structural = stated('valid', { isStructuralOnly: true });
    expect(judgementOf(structural, read(unsigned))).toBe('agree');
    expect(judgementOf(structural, read(unchecked))).toBe('undecided');
    expect(judgementOf(stated('valid'), read(unsigned))).toBe('undecided');
  });
});

describe('a case without a verdict', () => {
  it('that must be read agrees when a badge was found in it, whatever its verdict', () => {
    expect(judgementOf(stated('parse-ok'), read(revoked))).toBe('agree');
    expect(judgementOf(stated('parse-ok'), read())).toBe('false alarm');
    expect(judgementOf(stated('parse-ok'), refused)).toBe('false alarm');
  });

  it('that must be refused agrees only when it was refused with a reason', () => {
    expect(judgementOf(stated('parse-error'), refused)).toBe('agree');
    expect(
      judgementOf(stated('parse-error'), { kind: 'refused', code: 'badge/bad-json', message: ' ' }),
    ).toBe('false green');
    expect(judgementOf(stated('parse-error'), read(unchecked))).toBe('false green');
    expect(judgementOf(stated('parse-error'), read())).toBe('false green');
  });

  it('of which nothing is stated agrees with everything but a crash', () => {
    for (const shown of [refused, read(), read(green), read(revoked)]) {
      expect(judgementOf(stated('unknown'), shown)).toBe('agree');
    }
  });
});

it('a crash is a crash, whatever was expected', () => {
  for (const expected of ['valid', 'invalid', 'parse-ok', 'parse-error', 'unknown'] as const) {
    expect(judgementOf(stated(expected), { kind: 'crashed' })).toBe('crashed');
  }
});
