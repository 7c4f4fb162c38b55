import { beforeAll, describe, expect, it } from 'vitest';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import { canonicalRdf } from '../../../shared/verify/canonical-rdf.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { WorkLeft } from '../../../shared/verify/work-left.ts';
import {
  achievementCredential,
  contextsV1,
  contextsV2,
  recordOfLearning,
} from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import {
  type Checked,
  type CheckOptions,
  check,
  checkBadge,
  codesOf,
  fakeDocuments,
} from '../../factories/ports.ts';
import { proofOver, signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const key = ed25519Key(1);
const attacker = ed25519Key(2);
const trust: TrustList = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const credential = achievementCredential(key.did);
let good: JsonObject;

const verdictOf = async (badge: object, options: CheckOptions = {}) => {
  try {
    return (await check(badge, { trust, ...options })).verdict;
  } catch (error) {
    if (error instanceof CodedError) return 'refused';
    throw error;
  }
};
const checked = (badge: object): Promise<Checked> => check(badge, { trust });
const checkAll = async (container: object): Promise<readonly Checked[]> => {
  const { badges } = readCredentialText(JSON.stringify(container));
  const checks: Checked[] = [];
  for (const { badge } of badges) checks.push(await checkBadge(badge, { trust }));
  return checks;
};
const proofOf = (badge: JsonObject) => Object(badge.proof);
const achievement = () => Object(Object(credential.credentialSubject).achievement);
const sevenAlignments = () =>
  Array.from({ length: 7 }, () => ({ type: ['Alignment'], targetName: 'x', targetUrl: 'urn:x' }));
const identifier = {
  type: 'IdentityObject',
  identityHash: 'ada@example.org',
  identityType: 'emailAddress',
  hashed: false,
  salt: 'not-used',
};
const withAchievement = (badge: JsonObject, members: JsonObject): JsonObject => ({
  ...badge,
  credentialSubject: {
    ...Object(badge.credentialSubject),
    achievement: { ...achievement(), ...members },
  },
});

beforeAll(async () => {
  good = await signDataIntegrity(credential, key);
});

describe('a credential with Data Integrity proofs', () => {
  it('is verified when a known issuer’s key signed it, with no document at all', async () => {
    const documents = fakeDocuments();
    expect(await verdictOf(good, { documents })).toBe('verified');
    expect(documents.asked).toEqual([]);
  });

  it('stays verified with its members in another order', async () => {
    const reversed = Object.fromEntries(Object.entries(good).reverse());
    expect(await verdictOf(reversed)).toBe('verified');
  });

  it('B01 a property that no vocabulary knows, added to the achievement, is altered', async () => {
    expect(await verdictOf(withAchievement(good, { gpa: '4.0' }))).toBe('altered');
  });

  it('B01 a property that no vocabulary knows, added outside it, is named as unsigned', async () => {
    const { report, verdict } = await checked({ ...good, gpa: '4.0' });
    expect(verdict).toBe('partial');
    expect(report.unsignedPaths).toEqual(['/gpa']);
  });

  it('B01 an unsigned status says nothing good', async () => {
    const status = {
      type: 'StatusList2021Entry',
      statusListCredential: 'https://x.example/1',
      statusListIndex: '3',
    };
    const lenient = await signDataIntegrity({ ...credential, credentialStatus: status }, key, {
      lenient: true,
    });
    const { report, verdict } = await checked(lenient);
    expect(verdict).not.toMatch(/^verified/);
    expect(report.unsignedPaths.some((path) => path.startsWith('/credentialStatus'))).toBe(true);
  });

  it.each([
    { '@vocab': 'https://attacker.example/' },
    { description: 'https://schema.org/name' },
    { gpa: 'https://attacker.example/gpa' },
    { narrative: null },
  ])('B02 a vocabulary inside the badge is never green: %j', async (inline) => {
    expect(await verdictOf({ ...good, '@context': [...contextsV2, inline] })).not.toMatch(/^verified/);
    const nested = withAchievement(good, { '@context': inline });
    expect(await verdictOf(nested)).not.toMatch(/^verified/);
  });

  it('B03 a vocabulary of one’s own is refused and never asked for', async () => {
    const documents = fakeDocuments({ 'https://attacker.example/ctx.json': { '@context': {} } });
    const badge = { ...good, '@context': [...contextsV2, 'https://attacker.example/ctx.json'] };
    const { report, verdict } = await check(badge, { trust, documents });
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/context-unknown');
    expect(documents.asked).toEqual([]);
  });

  it.each([
    ['reordered', [contextsV2[1], contextsV2[0]]],
    ['twice the same', [contextsV2[0], contextsV2[1], contextsV2[1]]],
    ['in another letter case', [contextsV2[0].toUpperCase(), contextsV2[1]]],
    ['with a query', [contextsV2[0], `${contextsV2[1]}?x`]],
    ['with a fragment', [`${contextsV2[0]}#a`, contextsV2[1]]],
  ])('B04 vocabularies %s are never green', async (_, contexts) => {
    expect(await verdictOf({ ...good, '@context': contexts })).not.toMatch(/^verified/);
  });

  it('B05 the unversioned vocabulary of Open Badges is checked by its pinned text', async () => {
    const unversioned = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';
    const contexts = [contextsV1[0], unversioned, contextsV1[2], contextsV1[3]];
    const version1 = achievementCredential(key.did, { vcdm: '1.1', members: { '@context': contexts } });
    const badge = await signDataIntegrity(version1, key);
    expect(await verdictOf(badge)).toBe('verified');
    const remapped = { ...badge, '@context': [...contexts, 'https://w3id.org/openbadges/v2'] };
    expect(await verdictOf(remapped)).not.toMatch(/^verified/);
    const contradicting = { ...good, '@context': [contextsV2[0], unversioned] };
    expect(codesOf((await checked(contradicting)).report)).toContain('proof/not-processable');
  });

  it('B06 a proof of another badge by the same issuer does not hold', async () => {
    const other = await signDataIntegrity({ ...credential, id: 'urn:uuid:other' }, key);
    expect(await verdictOf({ ...credential, proof: other.proof ?? null })).toBe('altered');
  });

  it('B07 a proof made for another purpose is none for a badge', async () => {
    const proof = await proofOver(credential, key, { members: { proofPurpose: 'authentication' } });
    expect(await verdictOf({ ...credential, proof })).toBe('malformed');
  });

  it('a presentation may be signed to say who presents it, and its badges are judged alone', async () => {
    const presentation = {
      '@context': [contextsV2[0]],
      type: ['VerifiablePresentation'],
      holder: key.did,
      verifiableCredential: [good],
    };
    const signed = await signDataIntegrity(presentation, key, {
      members: { proofPurpose: 'authentication' },
    });
    const judged = await checkAll(signed);
    expect(judged.map(({ verdict }) => verdict)).toEqual(['verified', 'verified']);
  });

  it('B17 of a presentation the outer and the inner proof are judged each alone', async () => {
    const forged = { ...good, name: 'Doctor of Welding' };
    const wrap = (inner: JsonObject) =>
      signDataIntegrity(
        {
          '@context': [contextsV2[0]],
          type: ['VerifiablePresentation'],
          holder: key.did,
          verifiableCredential: [inner],
        },
        key,
      );
    expect((await checkAll(await wrap(forged))).map(({ verdict }) => verdict)).toEqual([
      'verified',
      'altered',
    ]);
    const outer = { ...(await wrap(good)), holder: attacker.did };
    const verdicts = (await checkAll(outer)).map(({ verdict }) => verdict);
    expect(verdicts[0]).not.toMatch(/^verified/);
    expect(verdicts[1]).toBe('verified');
  });

  it('B08 a key under another DID is somebody else’s', async () => {
    const forged = await signDataIntegrity(credential, attacker);
    expect(await verdictOf(forged)).toBe('issuer-mismatch');
  });

  it('B09 a stranger’s proof beside the issuer’s is named and not counted', async () => {
    const both = await signDataIntegrity(good, attacker);
    const { report, verdict } = await checked(both);
    expect(verdict).toBe('verified');
    expect(codesOf(report)).toContain('proof/foreign-proof');
  });

  it('B09 one broken proof of the issuer spoils the badge', async () => {
    const broken = { ...proofOf(good), created: '2026-01-03T00:00:00Z' };
    expect(await verdictOf({ ...good, proof: [good.proof ?? null, broken] })).toBe('altered');
  });

  it('B09 an empty list of proofs is no proof', async () => {
    expect(await verdictOf({ ...credential, proof: [] })).toBe('unsigned');
  });

  it('B09 proofs that name each other as previous hold nothing', async () => {
    const one = await proofOver(credential, key, { members: { id: 'urn:p:1', previousProof: 'urn:p:2' } });
    const two = await proofOver(credential, key, { members: { id: 'urn:p:2', previousProof: 'urn:p:1' } });
    expect(await verdictOf({ ...credential, proof: [one, two] })).toBe('altered');
    expect(await verdictOf({ ...credential, proof: one })).toBe('altered');
  });

  it('B10 a proof from the future or past its end is not in force', async () => {
    const future = await signDataIntegrity(credential, key, { created: '2027-01-01T00:00:00Z' });
    expect(await verdictOf(future)).toBe('not-yet-valid');
    const ended = await signDataIntegrity(credential, key, { members: { expires: '2026-06-01T00:00:00Z' } });
    expect(await verdictOf(ended)).toBe('expired');
  });

  it.each([
    { type: 'DataIntegrityProof', cryptosuite: 'foo-2030' },
    { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023' },
    { type: 'BbsBlsSignature2020' },
  ])('B11 the suite of %j is named and unchecked', async (proof) => {
    const { report, verdict } = await checked({ ...credential, proof: { ...proofOf(good), ...proof } });
    expect(verdict).toBe('unchecked');
    expect(report.checks.map((one) => one.message).join()).toContain(
      'cryptosuite' in proof ? proof.cryptosuite : proof.type,
    );
  });

  it('B12 a proof value of another base, length or alphabet does not hold, at once', async () => {
    const value = String(proofOf(good).proofValue);
    for (const proofValue of [
      `u${value.slice(1)}`,
      value.slice(0, -1),
      `${value}1`,
      `z0OIl${value.slice(5)}`,
      `z${'2'.repeat(1_000_000)}`,
      'z',
      '',
    ]) {
      const started = performance.now();
      expect(await verdictOf({ ...good, proof: { ...proofOf(good), proofValue } })).toBe('altered');
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  it('B13 a graph made to be slow is given up within two seconds', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `_:n${index}`);
    const evidence = names.map((id) => ({
      id,
      type: ['Evidence'],
      related: names.filter((other) => other !== id).map((other) => ({ id: other })),
    }));
    const poison = {
      ...good,
      '@context': [...contextsV2, 'https://www.w3.org/ns/credentials/undefined-terms/v2'],
      evidence,
    };
    const started = performance.now();
    const verdict = await verdictOf(poison);
    expect(verdict).not.toMatch(/^verified/);
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it('B13 one thing of very many values is given up before they are compared', async () => {
    const values = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ type: ['Result'], value: `x${index}` }));
    const kindOf = async (...results: JsonObject[][]) => {
      const subjects = results.map((result) => ({ id: 'urn:ada', type: ['AchievementSubject'], result }));
      const document = { ...good, credentialSubject: subjects };
      return (await canonicalRdf(document, { safe: false, variant: 0, hash: 'sha256', signal: undefined }))
        .kind;
    };
    expect(await kindOf(values(200), values(200))).toBe('canonical');
    expect(await kindOf(values(limits.valuesPerMember + 1))).toBe('too-complex');
    expect(await kindOf(values(limits.valuesPerMember - 1), values(2))).toBe('too-complex');
    const typed = (count: number) => [{ type: Array.from({ length: count }, () => 'Result'), value: 'x' }];
    expect(await kindOf(typed(limits.typesPerThing))).toBe('canonical');
    expect(await kindOf(typed(limits.typesPerThing + 1))).toBe('too-complex');
  });

  it('B13 many lists of values cost what they are compared, also where each is short enough', async () => {
    const lists = (count: number) =>
      Array.from({ length: count }, (_, thing) => ({
        id: `urn:achievement:${thing}`,
        type: ['Achievement'],
        tag: Array.from({ length: limits.valuesPerMember }, (_, index) => `${index}`),
      }));
    const document = (count: number) => ({
      ...good,
      credentialSubject: { id: 'urn:ada', type: ['AchievementSubject'], achievement: lists(count) },
    });
    const comparisons = limits.canonicalThings * limits.comparisonsPerThing;
    const most = Math.ceil(comparisons / limits.valuesPerMember ** 2);
    const options = { safe: true, variant: 0, hash: 'sha256', signal: undefined } as const;
    expect((await canonicalRdf(document(1), options)).kind).toBe('canonical');
    expect((await canonicalRdf(document(most), options)).kind).toBe('too-complex');
  });

  it('B13 all texts of a vocabulary and all tries share one bound, which ends undecided', async () => {
    const work = new WorkLeft(25);
    const kindOf = async (variant: number) =>
      (await canonicalRdf(credential, { safe: true, variant, hash: 'sha256', signal: undefined, work })).kind;
    expect([await kindOf(0), await kindOf(1), await kindOf(0), await kindOf(1)]).toEqual([
      ...['canonical', 'canonical', 'canonical'],
      'too-complex',
    ]);
    expect(await kindOf(0)).toBe('too-complex');
    const alike = Array.from({ length: 4_000 }, () => ({ type: ['Result'], alignment: sevenAlignments() }));
    const subject = { ...Object(credential.credentialSubject), result: alike };
    const { report, verdict } = await checked({ ...good, credentialSubject: subject });
    expect(codesOf(report)).toContain('proof/too-complex');
    expect(codesOf(report)).not.toContain('proof/altered');
    expect([report.integrity.value, verdict]).toEqual(['unsupported', 'unchecked']);
  });

  it('B13 a record of five hundred badges by either text of its vocabularies stays within that bound', async () => {
    const badges = Array.from({ length: 50 }, (_, index) => ({
      ...credential,
      id: `urn:uuid:${index}`,
      credentialSubject: { ...Object(credential.credentialSubject), identifier: [identifier] },
    }));
    const work = new WorkLeft((limits.canonicalThings / 2) * (badges.length / 500));
    const record = recordOfLearning(key.did, badges);
    const options = { safe: true, variant: 0, hash: 'sha256', signal: undefined, work } as const;
    expect((await canonicalRdf(record, options)).kind).toBe('canonical');
  });

  it.each(['@graph', '@included', '@reverse', '@nest'])(
    'B14 %s could hide a second subject',
    async (keyword) => {
      const badge = withAchievement(good, { [keyword]: [{ id: 'urn:x:1', name: 'Other' }] });
      expect(await verdictOf(badge)).not.toMatch(/^verified/);
    },
  );

  it('B14 two subjects are no badge, even signed', async () => {
    const subject = Object(credential.credentialSubject);
    const two = await signDataIntegrity(
      { ...credential, credentialSubject: [subject, { ...subject, id: 'did:example:eve' }] },
      key,
    );
    expect(await verdictOf(two)).toBe('malformed');
  });

  it('B15 one thing in two spellings is no badge', async () => {
    const badge = withAchievement(good, { '@type': ['Achievement'] });
    expect(await verdictOf(badge)).not.toMatch(/^verified/);
    expect(await verdictOf({ ...good, '@id': 'urn:uuid:other' })).not.toMatch(/^verified/);
  });

  it.each(['javascript:alert(1)', 'relative/1', '_:b0', ''])('B16 the id %j is never green', async (id) => {
    const signed = await signDataIntegrity({ ...credential, id: `${id}` }, key, { lenient: true });
    const verdict = await verdictOf(signed);
    if (id.startsWith('javascript')) expect(verdict).toBe('verified');
    else expect(verdict).not.toMatch(/^verified/);
  });

  it('is read and judged by the later text of a vocabulary too', async () => {
    expect(await verdictOf({ ...good, endorsementJwt: ['e30.e30.e30'] })).not.toMatch(/^verified/);
  });

  it.each(['JSON', 'JCS'])('no changed character of a signed value is ever green (%s)', async (kind) => {
    const signed =
      kind === 'JCS' ? await signDataIntegrity(credential, key, { suite: 'eddsa-jcs-2022' }) : good;
    const text = JSON.stringify(signed);
    const start = text.indexOf('"id"');
    for (let at = start; at < text.length; at += kind === 'JCS' ? 3 : 11) {
      const code = text.charCodeAt(at);
      const changed = text.slice(0, at) + String.fromCharCode(code ^ 1) + text.slice(at + 1);
      const verdict = await textVerdict(changed);
      expect(verdict, changed.slice(Math.max(0, at - 20), at + 20)).not.toMatch(/^verified/);
    }
  });
});

/** A change may break the JSON itself, which is refused. */
async function textVerdict(text: string): Promise<string> {
  try {
    return (await check(text, { trust })).verdict;
  } catch (error) {
    if (error instanceof CodedError) return 'refused';
    throw error;
  }
}
