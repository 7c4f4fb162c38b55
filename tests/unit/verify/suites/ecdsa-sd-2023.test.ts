import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/json.ts';
import { canonicalRdf } from '../../../../shared/verify/canonical-rdf.ts';
import { achievementCredential } from '../../../factories/credentials.ts';
import { ecKey } from '../../../factories/keys.ts';
import { codesOf } from '../../../factories/ports.ts';
import { proofOver, signDataIntegrity } from '../../../factories/sign-data-integrity.ts';
import { type DerivedParts, derivedProofValue } from '../../../factories/sign-ecdsa-sd.ts';
import {
  checkAtSchool,
  foundIn,
  proofOf,
  school,
  schoolMethod,
  soundIn,
  verdictAtSchool,
} from '../../../factories/suite-cases.ts';

const credential = achievementCredential(school);

describe('a derived ecdsa-sd-2023 proof', () => {
  const key = ecKey('P-256', 3);
  const suite = 'ecdsa-sd-2023';
  const texts = async (document: JsonObject) => {
    const good = await proofOver(document, key, { suite, method: schoolMethod });
    const { proofValue: _, ...config } = good;
    const canonical = async (value: JsonObject) => {
      const rdf = await canonicalRdf(value, { safe: true, variant: 0, hash: 'sha256', signal: undefined });
      if (rdf.kind !== 'canonical') throw new Error('not canonical');
      return rdf.nquads;
    };
    const context = document['@context'] ?? null;
    return {
      config,
      configText: await canonical({ ...config, '@context': context }),
      text: await canonical(document),
    };
  };
  const checkBent = async (bend: (parts: DerivedParts) => DerivedParts) => {
    const { config, configText, text } = await texts(credential);
    const proofValue = derivedProofValue(configText, text, key, bend);
    return checkAtSchool({ ...credential, proof: { ...config, proofValue } }, key);
  };

  it('holds when nothing was bent', async () => {
    expect(foundIn(await checkBent((parts) => parts))).toEqual(soundIn(suite));
  });

  it.each<[string, (parts: DerivedParts) => DerivedParts]>([
    ['a signature less', (parts) => ({ ...parts, signatures: parts.signatures.slice(1) })],
    ['a signature more', (parts) => ({ ...parts, signatures: [...parts.signatures, new Uint8Array(64)] })],
    ['two signatures swapped', (parts) => ({ ...parts, signatures: parts.signatures.toReversed() })],
    ['a place less', (parts) => ({ ...parts, mandatoryIndexes: parts.mandatoryIndexes.slice(1) })],
    [
      'a place twice',
      (parts) => ({ ...parts, mandatoryIndexes: [...parts.mandatoryIndexes, ...parts.mandatoryIndexes] }),
    ],
    [
      'a place beyond the end',
      (parts) => ({ ...parts, mandatoryIndexes: [...parts.mandatoryIndexes, 10_000] }),
    ],
    ['no signature of the issuer', (parts) => ({ ...parts, baseSignature: new Uint8Array(64) })],
    [
      'a short signature of the issuer',
      (parts) => ({ ...parts, baseSignature: parts.baseSignature.subarray(1) }),
    ],
    [
      'another statement key',
      (parts) => ({ ...parts, publicKey: parts.publicKey.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) }),
    ],
    ['no labels', (parts) => ({ ...parts, labels: new Map() })],
    [
      'one label for two things',
      (parts) => ({
        ...parts,
        labels: new Map([...parts.labels].map(([place]) => [place, new Uint8Array(32)])),
      }),
    ],
    [
      'a label of another length',
      (parts) => ({ ...parts, labels: new Map([...parts.labels, [99, new Uint8Array(31)]]) }),
    ],
  ])('with %s is altered', async (_, bend) => {
    expect((await checkBent(bend)).verdict).toBe('altered');
  });

  it('is never taken for the same with another text that looks like a label', async () => {
    const named = (name: string) => ({ ...credential, name });
    const signed = await signDataIntegrity(named('class _:a'), key, { suite, method: schoolMethod });
    const { report } = await checkAtSchool({ ...signed, ...named('class _:b') }, key);
    expect(report.integrity.value).not.toBe('intact');
  });

  it('that is a base proof is refused with its reason', async () => {
    const signed = await signDataIntegrity(credential, key, { suite, method: schoolMethod });
    const bytes = Buffer.from(String(proofOf(signed).proofValue).slice(1), 'base64url');
    bytes[2] = 0;
    const base = { ...proofOf(signed), proofValue: `u${bytes.toString('base64url')}` };
    const { report, verdict } = await checkAtSchool({ ...signed, proof: base }, key);
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/base-proof');
  });

  it('that is no CBOR, or CBOR of another shape, is altered at once', async () => {
    const signed = await signDataIntegrity(credential, key, { suite, method: schoolMethod });
    for (const hex of [
      '',
      'd95d01',
      'd95d0180',
      'd95d0185f6f6f6f6f6',
      'd95d019bffffffffffffffff',
      'd95d02',
      '00',
    ]) {
      const proofValue = `u${Buffer.from(hex, 'hex').toString('base64url')}`;
      expect(await verdictAtSchool({ ...signed, proof: { ...proofOf(signed), proofValue } }, key)).toBe(
        'altered',
      );
    }
  });
});
