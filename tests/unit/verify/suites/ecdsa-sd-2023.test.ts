import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import { canonicalRdf } from '../../../../shared/verify/canonical-rdf.ts';
import { fastCanonical } from '../../../../shared/verify/fast-canonical/fast-canonical.ts';
import { readDerivedProof } from '../../../../shared/verify/suites/derived-proof.ts';
import {
  type DisclosedData,
  fastDisclosedData,
  libraryDisclosedData,
} from '../../../../shared/verify/suites/disclosed-data.ts';
import { achievementCredential } from '../../../factories/credentials.ts';
import { ecKey } from '../../../factories/keys.ts';
import { changedDocument, plainDocuments } from '../../../factories/plain-documents.ts';
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

  it('holds over texts in the order of code points as in that of UTF-16 units, and not when they were changed', async () => {
    const [emoji, fullWidth] = ['\u{1F600}', '\uFF21'];
    const subject = Object(credential.credentialSubject);
    const achievement = { ...Object(subject.achievement), tag: [emoji, fullWidth, `${fullWidth}${emoji}`] };
    const tagged: JsonObject = { ...credential, credentialSubject: { ...subject, achievement } };
    const { config, configText, text } = await texts(tagged);
    const byCodePoints = (lines: readonly string[]) =>
      lines.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    expect(byCodePoints(text.split('\n'))).not.toEqual(text.split('\n').sort());
    for (const sorted of [byCodePoints, (lines: readonly string[]) => lines.toSorted()]) {
      const proofValue = derivedProofValue(configText, text, key, (parts) => parts, sorted);
      const signed = { ...tagged, proof: { ...config, proofValue } };
      expect(foundIn(await checkAtSchool(signed, key))).toEqual(soundIn(suite));
      const changed = JSON.parse(JSON.stringify(signed).replace(fullWidth, '\uFF22'));
      expect((await checkAtSchool(changed, key)).verdict).toBe('altered');
    }
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

  /** What both ways say that is signed of a document; null where the fast one leaves it to the other. */
  const compared = async (document: JsonObject, dropsLabel: boolean) => {
    const plain = await fastCanonical(document, { variant: 0, hash: 'sha256' }, nodeCrypto);
    if (plain === null) return null;
    const { config } = await texts(credential);
    const proofValue = derivedProofValue(plain, plain, key, (parts) =>
      dropsLabel ? { ...parts, labels: new Map([...parts.labels].slice(1)) } : parts,
    );
    const derived = await readDerivedProof(Buffer.from(proofValue.slice(1), 'base64url').subarray(3));
    if (derived === null) throw new Error('no proof');
    const proof = { ...config, proofValue };
    const fast = await fastDisclosedData(plain, document, proof, derived, 0, nodeCrypto);
    if (fast === null) return null;
    const slow = await libraryDisclosedData(document, proof, 0);
    return { fast: withPlainBytes(fast), slow: withPlainBytes(slow) };
  };

  it('signs the same by the fast way as by the library’s', async () => {
    for (const document of [
      credential,
      ...plainDocuments.filter((some) => Object.hasOwn(some, '@context')),
    ]) {
      const both = await compared(document, false);
      expect(both?.fast).toEqual(both?.slow);
    }
    expect(await compared(credential, false)).not.toBeNull();
  });

  it('signs the same either way whatever the credential says, and without a label', async () => {
    await fc.assert(
      fc.asyncProperty(changedDocument(), fc.boolean(), async (document, dropsLabel) => {
        const both = await compared(document, dropsLabel);
        expect(both?.fast).toEqual(both?.slow);
      }),
      { numRuns: isLong ? 5_000 : 60 },
    );
  }, 3_600_000);

  it('takes the library’s way for a proof with vocabularies of its own and for one without all labels', async () => {
    const { config, text } = await texts(credential);
    const whole = derivedProofValue(text, text, key);
    const derived = await readDerivedProof(Buffer.from(whole.slice(1), 'base64url').subarray(3));
    if (derived === null) throw new Error('no proof');
    const made = (proof: JsonObject, labels = derived.labels) =>
      fastDisclosedData(text, credential, proof, { ...derived, labels }, 0, nodeCrypto);
    expect(await made(config)).not.toBeNull();
    expect(await made({ ...config, '@context': credential['@context'] ?? null })).toBeNull();
    expect(await made({ ...config, gpa: '4.0' })).toBeNull();
    expect(await made(config, new Map([...derived.labels].slice(1)))).toBeNull();
  });
});

/** Buffers and typed arrays alike. */
function withPlainBytes(data: DisclosedData | null) {
  if (data === null) return null;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, value instanceof Uint8Array ? [...value] : value]),
  );
}

const isLong = process.env.LONG === '1';
