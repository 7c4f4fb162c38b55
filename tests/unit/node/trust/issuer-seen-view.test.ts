import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { issuerSeenView } from '../../../../electron/node/trust/issuer-seen-view.ts';
import type { TrustState } from '../../../../shared/library/trust-state.ts';
import { fingerprintOfText, keyText } from '../../../../shared/verify/key-text.ts';
import { badgeOf } from '../../../factories/badge.ts';
import { ed25519Key } from '../../../factories/keys.ts';
import { axisOf, checkOf, reportOf } from '../../../factories/report.ts';

const id = 'did:web:trade-school.example';
const key = keyText(ed25519Key(1).jwk);
const other = keyText(ed25519Key(2).jwk);
const seen = reportOf({
  checks: [checkOf('issuer.key-binding', { detail: { issuer: id, signerKey: key } })],
});

/** An owner who knows the issuer by these keys; null: not any more. */
function knowing(keys: string[] | null, of = id): Pick<TrustState, 'issuers'> {
  const value = { name: 'Trade School', keys: keys ?? [key], note: '', addedAt: '2026-10-01T08:00:00.000Z' };
  const facts = { value, stamp: '1' };
  return { issuers: new Map([[of, { present: { value: keys !== null, stamp: '1' }, facts, firstAt: '1' }]]) };
}
const nobody = { issuers: new Map() };

describe('the issuer of a badge, as its report saw them', () => {
  test.each([
    ['unknown to whoever knows nobody', nobody, 'unknown'],
    ['unknown where they were forgotten', knowing(null), 'unknown'],
    ['known by the key that signed', knowing([other, key]), 'known'],
    ['known where no key is pinned', knowing([]), 'known'],
    ['known by another key', knowing([other]), 'known-by-other-key'],
    ['known by another key, where what is pinned is none', knowing(['no key']), 'known-by-other-key'],
  ])('is %s', (_, state, standing) => {
    expect(issuerSeenView(seen, badgeOf(), state)).toEqual({
      id,
      fingerprint: fingerprintOfText(key, nodeCrypto.digest),
      standing,
    });
  });

  test('has no key where its site alone answers for it, and is known whatever key is pinned', () => {
    const hosted = badgeOf({
      form: 'hosted',
      issuer: { ...badgeOf().issuer, id: 'https://school.example/' },
    });
    expect(issuerSeenView(reportOf(), hosted, knowing([other], 'https://school.example/'))).toEqual({
      id: 'https://school.example/',
      fingerprint: null,
      standing: 'known',
    });
  });

  test('is nobody where there is no report, or no good proof', () => {
    expect(issuerSeenView(null, badgeOf(), nobody)).toBeNull();
    expect(issuerSeenView({ ...seen, integrity: axisOf('altered') }, badgeOf(), nobody)).toBeNull();
  });
});
