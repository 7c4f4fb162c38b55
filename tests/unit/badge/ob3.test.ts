import { describe, expect, it } from 'vitest';
import type { Badge } from '../../../shared/badge/model.ts';
import { readFile } from '../../../shared/badge/read-file.ts';
import { utf8Bytes } from '../../../shared/bytes.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { credential30, unsignedJws } from '../../factories/badges.ts';

function read(content: JsonObject | string): Badge {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const [found] = readFile(utf8Bytes(text), 'badge').badges;
  if (found === undefined) throw new Error('no badge');
  return found.badge;
}

describe('readOb3', () => {
  it('H07 finds the descriptions of very many results in time', () => {
    const many = Array.from({ length: 15_000 }, (_, index) => index);
    const achievement = {
      id: 'urn:class',
      name: 'Welding 1',
      resultDescription: many.map((index) => ({ id: `urn:${index}`, name: `Part ${index}` })),
    };
    const result = many.map((index) => ({ resultDescription: `urn:other:${index}` }));
    const started = performance.now();
    const badge = read(
      credential30({
        credentialSubject: { achievement, result: [...result, { resultDescription: 'urn:14999' }] },
      }),
    );
    expect(badge.results.at(-1)?.name).toBe('Part 14999');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('reads everything that a credential can carry', () => {
    const subject = {
      id: 'did:example:ada',
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: `sha256$${'c'.repeat(64)}`,
          identityType: 'emailAddress',
          salt: 's',
        },
        { type: 'IdentityObject', hashed: false, identityHash: 'Ada King', identityType: 'name' },
      ],
      narrative: 'In the workshop.',
      image: { id: 'https://school.example/subject.png', type: 'Image', caption: 'Ada' },
      result: [
        { resultDescription: 'urn:grade', value: 'B' },
        { resultDescription: 'urn:level', achievedLevel: 'urn:gold', status: 'Completed' },
      ],
      achievement: {
        id: 'urn:class',
        name: 'Welding 1',
        description: 'Welds.',
        achievementType: 'Badge',
        criteria: { id: 'https://school.example/criteria', narrative: 'Welded.' },
        image: 'https://school.example/class.png',
        creator: { id: 'https://maker.example', name: 'Maker' },
        alignment: { targetName: 'ESCO', targetUrl: 'https://esco.example', targetFramework: 'ESCO' },
        tag: 'metal',
        resultDescription: [
          { id: 'urn:grade', name: 'Grade' },
          { id: 'urn:level', name: 'Level', rubricCriterionLevel: [{ id: 'urn:gold', name: 'Gold' }] },
        ],
        endorsementJwt: ['eyJh.eyJi.c2ln'],
      },
    };
    const badge = read(
      credential30({
        credentialSubject: subject,
        awardedDate: '2024-12-24T00:00:00Z',
        validUntil: '2030-01-01T00:00:00Z',
        image: { id: 'https://school.example/credential.png' },
        evidence: { id: 'https://ada.example', name: 'Work' },
        endorsement: [{ id: 'urn:endorsement' }],
        credentialStatus: [
          {
            id: 'https://s.example/1#5',
            type: 'BitstringStatusListEntry',
            statusListCredential: 'https://s.example/1',
          },
          { id: 'https://s.example/2', type: '1EdTechRevocationList' },
        ],
        proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
      }),
    );
    expect(badge).toMatchObject({
      version: '3.0',
      object: 'badge',
      form: 'data-integrity',
      credentialId: 'urn:uuid:5f3c0a52-0000-4000-8000-000000000001',
      name: 'Welding 1',
      description: 'Welds.',
      achievementType: 'Badge',
      criteria: { url: 'https://school.example/criteria', narrative: 'Welded.' },
      images: [
        { url: 'https://school.example/subject.png', caption: 'Ada' },
        { url: 'https://school.example/class.png' },
        { url: 'https://school.example/credential.png' },
      ],
      issuer: { id: 'did:web:school.example', name: 'Town School' },
      creator: { id: 'https://maker.example', name: 'Maker' },
      recipients: [
        { type: 'id', value: 'did:example:ada' },
        { type: 'email', value: null, hash: { algorithm: 'sha256' }, salt: 's' },
        { type: 'name', value: 'Ada King' },
      ],
      issuedOn: '2024-12-24T00:00:00Z',
      validFrom: '2025-01-02T03:04:05Z',
      expires: '2030-01-01T00:00:00Z',
      evidence: [{ url: 'https://ada.example', name: 'Work' }, { narrative: 'In the workshop.' }],
      alignments: [{ name: 'ESCO', framework: 'ESCO' }],
      tags: ['metal'],
      results: [
        { name: 'Grade', value: 'B', status: null },
        { name: 'Level', value: 'Gold', status: 'Completed' },
      ],
      endorsements: [
        { id: 'urn:endorsement' },
        { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,eyJh.eyJi.c2ln' },
      ],
      status: [
        { type: 'BitstringStatusListEntry', url: 'https://s.example/1' },
        { type: '1EdTechRevocationList', url: 'https://s.example/2' },
      ],
      hostedUrl: null,
    });
  });

  it('reads the dates of data model 1.1 and names in several languages', () => {
    const { validFrom: _, ...rest } = credential30({
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiableCredential'],
      issuanceDate: '2020-01-01T00:00:00Z',
      expirationDate: '2021-01-01T00:00:00Z',
      name: [
        { '@value': 'Schweißen', '@language': 'de' },
        { '@value': 'Welding', '@language': 'en' },
      ],
      description: { de: 'Schweißt', 'en-GB': 'Welds' },
      credentialSubject: { id: 'did:example:ada' },
    });
    expect(read(rest)).toMatchObject({
      version: 'vc-1.1',
      object: 'credential',
      name: 'Schweißen',
      description: 'Welds',
      issuedOn: '2020-01-01T00:00:00Z',
      validFrom: '2020-01-01T00:00:00Z',
      expires: '2021-01-01T00:00:00Z',
    });
  });

  it('several subjects are all recipients', () => {
    const subjects = [{ id: 'did:example:ada' }, { id: 'did:example:bob' }];
    expect(read(credential30({ credentialSubject: subjects })).recipients.map(({ value }) => value)).toEqual([
      'did:example:ada',
      'did:example:bob',
    ]);
  });

  it('a token has its form, and its claims where the credential is silent', () => {
    const { issuer: _, id: __, ...silent } = credential30();
    const badge = read(unsignedJws({ iss: 'did:web:claimed.example', jti: 'urn:claimed', vc: silent }));
    expect(badge).toMatchObject({
      form: 'vc-jwt',
      credentialId: 'urn:claimed',
      issuer: { id: 'did:web:claimed.example' },
      source: { kind: 'jws', header: { alg: 'RS256' } },
    });
  });

  it('only Merkle proofs make a Blockcert', () => {
    expect(read(credential30({ proof: { type: 'MerkleProof2019' } })).form).toBe('blockcerts');
    expect(read(credential30({ proof: [{ cryptosuite: 'merkle-proof-2019' }] })).form).toBe('blockcerts');
    expect(
      read(credential30({ proof: [{ type: 'MerkleProof2019' }, { type: 'DataIntegrityProof' }] })).form,
    ).toBe('data-integrity');
    expect(read(credential30({ proof: 'none' })).form).toBe('none');
  });
});
