import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../shared/json.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import { achievementCredential } from '../factories/credentials.ts';
import { ecKey } from '../factories/keys.ts';
import { check, codesOf } from '../factories/ports.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { contextsFor, foundIn, soundIn } from '../factories/suite-cases.ts';
import {
  basedByOracle,
  derivedByOracle,
  oracleCases,
  signedByOracle,
  verifiedByOracle,
} from '../support/oracle.ts';

const versions = ['1.1', '2.0'] as const;
const cells = oracleCases.flatMap((oracle) => versions.map((vcdm) => ({ ...oracle, vcdm })));
const checkKnown = (badge: JsonObject) => {
  const trust: TrustList = { issuers: [{ id: issuerOf(badge), name: 'Known', keys: [] }] };
  return check(badge, { trust });
};
const verdictOf = async (badge: JsonObject) => (await checkKnown(badge)).verdict;
const issuerOf = (badge: JsonObject) => String(Object(badge.issuer).id);
const renamed = (badge: JsonObject): JsonObject => ({ ...badge, name: 'Doctor of Welding' });
const unsigned = (did: string, suite: string, vcdm: '1.1' | '2.0') => {
  const needsOwn = suite === 'Ed25519Signature2018' && vcdm === '2.0';
  const more = needsOwn ? ['https://w3id.org/security/suites/ed25519-2018/v1'] : [];
  return achievementCredential(did, { vcdm, members: contextsFor(vcdm, suite, ...more) });
};

describe('the published suites and ours', () => {
  it.each(cells)(
    'what theirs sign by $name, ours accept, and refuse when changed (VCDM $vcdm)',
    async (cell) => {
      const signed = await signedByOracle(unsigned(cell.key.did, cell.suite, cell.vcdm), cell);
      expect(await verdictOf(signed)).toBe('verified');
      expect(await verdictOf(renamed(signed))).toBe('altered');
    },
  );

  it.each(cells)(
    'what ours sign by $name, theirs accept, and refuse when changed (VCDM $vcdm)',
    async (cell) => {
      const { suite, key } = cell;
      const signed = await signDataIntegrity(unsigned(key.did, suite, cell.vcdm), key, { suite });
      expect(await verifiedByOracle(signed, cell)).toEqual({ isVerified: true, why: '' });
      expect((await verifiedByOracle(renamed(signed), cell)).isVerified).toBe(false);
    },
  );
});

describe('the published ecdsa-sd-2023 and ours', () => {
  const key = ecKey('P-256', 3);
  const sd = { name: 'ecdsa-sd-2023', suite: 'ecdsa-sd-2023', key };
  const mandatory = ['/issuer', '/validFrom', '/issuanceDate'];

  const basedOn = (vcdm: '1.1' | '2.0') => {
    const pointers = mandatory.filter(
      (pointer) => pointer !== (vcdm === '1.1' ? '/validFrom' : '/issuanceDate'),
    );
    return basedByOracle(unsigned(key.did, sd.suite, vcdm), key, pointers);
  };

  it.each(versions)('a base proof is refused by name (VCDM %s)', async (vcdm) => {
    const based = await basedOn(vcdm);
    const { report, verdict } = await check(based, {
      trust: { issuers: [{ id: key.did, name: 'Known', keys: [] }] },
    });
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/base-proof');
  });

  it.each(versions)('what theirs derive, ours accept, and refuse when changed (VCDM %s)', async (vcdm) => {
    const derived = await derivedByOracle(await basedOn(vcdm), key, ['/credentialSubject', '/name']);
    expect(derived.id).toBe('urn:uuid:5b6b4a2e-1c0f-4f0e-9d62-7c1f1a4f9c11');
    expect(foundIn(await checkKnown(derived))).toEqual(soundIn(sd.suite));
    expect(await verdictOf(renamed(derived))).toBe('altered');
    const { name: _, ...shorter } = derived;
    expect(await verdictOf(shorter)).toBe('altered');
  });

  it('what was not shown is not there, and cannot be put back', async () => {
    const based = await basedOn('2.0');
    const derived = await derivedByOracle(based, key, ['/credentialSubject']);
    expect(derived.name).toBeUndefined();
    expect(foundIn(await checkKnown(derived))).toEqual(soundIn(sd.suite));
    expect(await verdictOf({ ...derived, name: based.name ?? null })).toBe('altered');
  });

  it('A22 an end that was signed and is not shown leaves the badge unchecked, and shown it counts', async () => {
    const ended = { ...unsigned(key.did, sd.suite, '2.0'), validUntil: '2026-02-01T00:00:00Z' };
    const based = await basedByOracle(ended, key, ['/issuer', '/validFrom']);
    const hidden = await derivedByOracle(based, key, ['/credentialSubject']);
    expect(hidden.validUntil).toBeUndefined();
    expect(foundIn(await checkKnown(hidden))).toEqual(soundIn(sd.suite));
    const shown = await derivedByOracle(based, key, ['/credentialSubject', '/validUntil']);
    expect(await verdictOf(shown)).toBe('expired');
  });

  it.each(versions)('what ours derive, theirs accept, and refuse when changed (VCDM %s)', async (vcdm) => {
    const signed = await signDataIntegrity(unsigned(key.did, sd.suite, vcdm), key, { suite: sd.suite });
    expect(await verifiedByOracle(signed, sd)).toEqual({ isVerified: true, why: '' });
    expect((await verifiedByOracle(renamed(signed), sd)).isVerified).toBe(false);
  });
});
