import { describe, expect, it } from 'vitest';
import { fetcherDocuments } from '../../../electron/node/network/fetcher.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import { achievementCredential, assertion2 } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, codesOf, type FakeDocument, fakeDocuments } from '../../factories/ports.ts';
import { proofOver, signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { urlRiddenAssertion, urlRiddenCredential } from '../../factories/url-ridden.ts';
import { lookupOf } from '../../support/loopback-server.ts';

const key = ed25519Key(6);
const at = (property: string) => `https://school.example.org/${encodeURIComponent(property)}`;
const propertiesOf = (asked: readonly string[]) =>
  asked.map((url) => decodeURIComponent(new URL(url).pathname.slice(1)));

describe('I10 of all the addresses in a badge', () => {
  it('none is asked for where the issuer is a key', async () => {
    const documents = fakeDocuments();
    const badge = await signDataIntegrity(urlRiddenCredential(at, key.did), key, { lenient: true });
    const { report } = await check(badge, { documents });
    expect(report.integrity.value).not.toBe('altered');
    expect(documents.asked).toEqual([]);
  });

  it('the status and the issuer’s own schema alone are asked for beside the key’s document', async () => {
    const documents = fakeDocuments();
    const status = { id: at('credentialStatus'), type: '1EdTechRevocationList' };
    const credential = { ...urlRiddenCredential(at, at('issuer')), credentialStatus: status };
    const badge = await signDataIntegrity(credential, key, {
      lenient: true,
      method: `${at('issuer')}#key-1`,
    });
    await check(badge, { documents });
    const asked = new Set(propertiesOf(documents.asked));
    for (const property of asked)
      expect(['issuer', 'credentialStatus', 'credentialSchema', '.well-known/jwks.json']).toContain(property);
    expect(asked).toContain('issuer');
  });

  it('of a hosted badge those that its verification needs are asked for: no picture and no evidence', async () => {
    const assertion = urlRiddenAssertion(at);
    const { badge } = assertion;
    const all: Record<string, FakeDocument> = {
      [at('assertion')]: assertion,
      [at('verification.url')]: assertion,
      [at('badge')]: badge as JsonObject,
      [at('issuer')]: (badge as JsonObject).issuer as JsonObject,
    };
    const documents = fakeDocuments(all);
    await check(assertion, { documents });
    const asked = propertiesOf(documents.asked);
    expect(asked).toContain('badge');
    for (const property of asked)
      expect(property).toMatch(/^(assertion|verification\.url|badge|issuer|([a-z]+\.)?endorsement)$/);
  });

  it('none leads to a look-up where all are private', async () => {
    const lookups: string[] = [];
    const documents = fetcherDocuments({
      lookup: lookupOf((host) => {
        lookups.push(host);
        return [];
      }),
    });
    for (const host of [
      '127.0.0.1',
      '169.254.169.254',
      '[::1]',
      'localhost',
      'metadata.internal',
      '10.0.0.5',
    ]) {
      const inside = (property: string) => `https://${host}/${encodeURIComponent(property)}`;
      const status = { id: inside('status'), type: '1EdTechRevocationList' };
      const credential = { ...urlRiddenCredential(inside, inside('issuer')), credentialStatus: status };
      const badge = await signDataIntegrity(credential, key, { lenient: true, method: inside('issuer#key') });
      for (const each of [badge, urlRiddenAssertion(inside)]) {
        expect((await check(each, { documents })).verdict).not.toMatch(/^verified/);
      }
    }
    expect(lookups).toEqual([]);
  });
});

describe('I20 a badge leads to so many documents at most', () => {
  it('with 5 000 endorsements, each by another issuer', async () => {
    const endorsement = [];
    for (let count = 0; count < 5_000; count++) {
      const issuer = `did:web:endorser-${count}.example.org`;
      endorsement.push({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: `urn:uuid:${count}`,
        type: ['VerifiableCredential', 'EndorsementCredential'],
        issuer: { id: issuer, type: ['Profile'], name: 'Somebody' },
        validFrom: '2026-01-02T03:04:05Z',
        credentialSubject: { id: key.did, type: ['EndorsementSubject'] },
        proof: {
          type: 'DataIntegrityProof',
          cryptosuite: 'eddsa-jcs-2022',
          created: '2026-01-02T03:04:05Z',
          verificationMethod: `${issuer}#key-1`,
          proofPurpose: 'assertionMethod',
          proofValue: `z${'1'.repeat(64)}`,
        },
      });
    }
    const documents = fakeDocuments();
    const credential = achievementCredential('did:web:school.example.org', { members: { endorsement } });
    await check(
      await signDataIntegrity(credential, key, {
        suite: 'eddsa-jcs-2022',
        method: 'did:web:school.example.org#1',
      }),
      {
        documents,
      },
    );
    expect(new Set(documents.asked).size).toBe(documents.asked.length);
    expect(documents.asked.length).toBeGreaterThan(1);
    expect(documents.asked.length).toBeLessThanOrEqual(limits.fetchesPerBadge);
  });

  it('with many proofs, statuses and endorsements of many proofs', async () => {
    const manyProofs = async (credential: JsonObject, name: string) => {
      const proofs = await Promise.all(
        Array.from({ length: 16 }, (_, count) =>
          proofOver(credential, key, {
            suite: 'eddsa-jcs-2022',
            method: `did:web:${name}-${count}.example.org#1`,
          }),
        ),
      );
      return { ...credential, proof: proofs };
    };
    const endorsement = await Promise.all(
      Array.from({ length: 16 }, (_, count) =>
        manyProofs(
          {
            '@context': ['https://www.w3.org/ns/credentials/v2'],
            id: `urn:uuid:${count}`,
            type: ['VerifiableCredential', 'EndorsementCredential'],
            issuer: `did:web:endorser-${count}.example.org`,
            validFrom: '2026-01-02T03:04:05Z',
            credentialSubject: { id: key.did, type: ['EndorsementSubject'] },
          },
          `endorser-${count}`,
        ),
      ),
    );
    const credentialStatus = Array.from({ length: 100 }, (_, count) => ({
      id: at(`status-${count}`),
      type: '1EdTechRevocationList',
    }));
    const members = { endorsement, credentialStatus };
    const documents = fakeDocuments();
    const badge = await manyProofs(
      achievementCredential('did:web:school.example.org', { members }),
      'school',
    );
    const { report, verdict } = await check(badge, { documents });
    expect(verdict).not.toMatch(/^verified/);
    expect(documents.asked.length).toBe(limits.fetchesPerBadge);
    expect(report.endorsements.length).toBeLessThanOrEqual(limits.endorsementsPerBadge);
  });

  it('where documents lead in a circle: each is asked for once', async () => {
    const id = at('assertion');
    const assertion = assertion2({ id, badge: at('badge'), verification: { type: 'HostedBadge' } });
    const circle = {
      [id]: assertion,
      [at('badge')]: { ...Object(assertion2().badge), id: at('badge'), issuer: at('issuer') },
      [at('issuer')]: { id: at('issuer'), type: 'Profile', name: 'x', issuer: at('badge'), publicKey: id },
    };
    const documents = fakeDocuments(circle);
    await check(assertion, { documents });
    expect(new Set(documents.asked).size).toBe(documents.asked.length);
    const did = 'did:web:school.example.org';
    const looping = fakeDocuments({
      'https://school.example.org/.well-known/did.json': {
        id: did,
        controller: did,
        verificationMethod: [{ id: `${did}#1`, type: 'Multikey', controller: 'did:web:school.example.org' }],
        assertionMethod: [`${did}#1`],
      },
    });
    const badge = await signDataIntegrity(achievementCredential(did), key, { method: `${did}#1` });
    const { verdict, report } = await check(badge, { documents: looping });
    expect(verdict, codesOf(report).join()).toBe('unchecked');
    expect(looping.asked).toHaveLength(1);
  });

  it('an endorsement within an endorsement is not followed', async () => {
    const inner = achievementCredential('did:web:inner.example.org');
    const endorsement = {
      ...achievementCredential('did:web:outer.example.org'),
      type: ['VerifiableCredential', 'EndorsementCredential'],
      endorsement: [inner],
    };
    const nested = achievementCredential(key.did, { members: { endorsement: [endorsement] } });
    const { report } = await check(await signDataIntegrity(nested, key, { suite: 'eddsa-jcs-2022' }));
    expect(report.endorsements.every(({ endorsements }) => endorsements.length === 0)).toBe(true);
  });
});
