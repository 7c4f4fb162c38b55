import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { parseJson } from '../../shared/badge/json-text.ts';
import { isJsonObject, type JsonObject } from '../../shared/json.ts';
import { type ProofWish, signedText } from '../../shared/portfolio/sign-document.ts';
import { achievementCredential, recordOfLearning } from '../factories/credentials.ts';
import { holderKey } from '../factories/holder.ts';
import { ed25519Key } from '../factories/keys.ts';
import { check, codesOf } from '../factories/ports.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { oracleCases, signedByOracle, verifiedByOracle } from '../support/oracle.ts';

const key = ed25519Key(7);
const school = ed25519Key(1);
const jcs = { name: 'eddsa-jcs-2022', suite: 'eddsa-jcs-2022', key };
const challenge = 'a7c1-once';
const eddsa = oracleCases.filter(({ suite }) => /^eddsa-(rdfc|jcs)/.test(suite));

const badge = async () => signDataIntegrity(achievementCredential(school.did), school);

async function presentation(): Promise<JsonObject> {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      { originals: { '@id': 'urn:badge-backpack:originals', '@type': '@json' } },
    ],
    type: ['VerifiablePresentation'],
    holder: key.did,
    verifiableCredential: [
      await badge(),
      {
        '@context': 'https://www.w3.org/ns/credentials/v2',
        id: 'data:application/vc+jwt,eyJhbGciOiJFUzI1NiJ9.e30.c2ln',
        type: 'EnvelopedVerifiableCredential',
      },
    ],
    originals: [{ fileName: 'a “b”.png', data: 'data:application/octet-stream;base64,AAAA' }],
  };
}

async function signedByUs(document: JsonObject, change: Partial<ProofWish> = {}): Promise<JsonObject> {
  const wish: ProofWish = {
    purpose: 'authentication',
    created: '2026-11-22T00:00:00Z',
    challenge,
    domain: '',
    ...change,
  };
  const { value } = parseJson(await signedText(JSON.stringify(document), holderKey(7), wish, nodeCrypto));
  if (!isJsonObject(value)) throw new Error('not an object');
  return value;
}

describe('a presentation that its holder signed', () => {
  it('is accepted by the published suite, and refused when anything in it is changed', async () => {
    const signed = await signedByUs(await presentation());
    expect(await verifiedByOracle(signed, jcs, challenge)).toEqual({ isVerified: true, why: '' });
    const inner = signed.verifiableCredential as readonly JsonObject[];
    for (const change of [
      { originals: [] },
      { holder: school.did },
      { verifiableCredential: [{ ...inner[0], name: 'Doctor' }, inner[1] ?? null] },
      { verifiableCredential: [inner[0] ?? null] },
      { name: 'Another' },
    ]) {
      const answer = await verifiedByOracle({ ...signed, ...change } as JsonObject, jcs, challenge);
      expect(answer.isVerified).toBe(false);
    }
  });

  it('is for those alone whom it names, and answers what they asked', async () => {
    const signed = await signedByUs(await presentation(), { domain: 'jobs.example' });
    expect((await verifiedByOracle(signed, jcs, challenge, 'jobs.example')).isVerified).toBe(true);
    expect((await verifiedByOracle(signed, jcs, challenge, 'other.example')).isVerified).toBe(false);
    expect((await verifiedByOracle(signed, jcs, 'another', 'jobs.example')).isVerified).toBe(false);
  });

  it('is intact here too, with its holder’s key as all that is known of them', async () => {
    const { report, verdict } = await check(await signedByUs(await presentation()));
    expect([report.integrity.value, report.issuerBinding.value]).toEqual(['intact', 'self-asserted']);
    expect([verdict, report.conformance.value]).toEqual(['unconfirmed', 'conformant']);
    expect(codesOf(report)).toContain('container/by-holder');
  });

  it.each(eddsa)('made by the published $name is intact here, and altered when changed', async (theirs) => {
    const { originals: _, ...plain } = await presentation();
    const document = { ...plain, '@context': ['https://www.w3.org/ns/credentials/v2'] };
    const signed = await signedByOracle(document, { ...theirs, key }, challenge);
    const { report, verdict } = await check(signed);
    expect([report.integrity.value, verdict]).toEqual(['intact', 'unconfirmed']);
    const inner = signed.verifiableCredential as readonly JsonObject[];
    const changed = { ...signed, verifiableCredential: [inner[1] ?? null] };
    expect((await check(changed)).verdict).toBe('altered');
  });

  it('B06 a proof taken from another presentation does not hold', async () => {
    const one = await signedByUs(await presentation());
    const { proof: _, ...other } = await signedByUs({ ...(await presentation()), name: 'Other' });
    const { verdict } = await check({ ...other, proof: one.proof ?? null });
    expect(verdict).toBe('altered');
  });
});

describe('a learner record that its holder put together', () => {
  const record = async () => {
    const plain = recordOfLearning(key.did, [await badge()]);
    const subject = plain.credentialSubject as JsonObject;
    return {
      ...plain,
      issuer: { id: key.did, type: ['Profile'] },
      credentialSubject: { ...subject, id: key.did },
    };
  };

  it('is accepted by the published suite, and refused when changed', async () => {
    const signed = await signedByUs(await record(), { purpose: 'assertionMethod', challenge: '' });
    expect(await verifiedByOracle(signed, jcs)).toEqual({ isVerified: true, why: '' });
    expect((await verifiedByOracle({ ...signed, name: 'Other' }, jcs)).isVerified).toBe(false);
  });

  it('is told apart from one that a school issued, and neither makes the other’s badges better', async () => {
    const own = await check(await signedByUs(await record(), { purpose: 'assertionMethod', challenge: '' }));
    expect([own.verdict, own.report.conformance.value]).toEqual(['unconfirmed', 'conformant']);
    expect(codesOf(own.report)).toContain('container/by-holder');
    const schools = await signDataIntegrity(recordOfLearning(school.did, [await badge()]), school, {
      suite: 'eddsa-jcs-2022',
    });
    expect(codesOf((await check(schools)).report)).not.toContain('container/by-holder');
  });

  it('B07 is refused when its proof was made to present and not to issue', async () => {
    const signed = await signedByUs(await record());
    expect((await check(signed)).verdict).toBe('malformed');
  });
});
