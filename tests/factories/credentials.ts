import type { Json, JsonObject } from '../../shared/json.ts';

export const contextsV2 = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

export const contextsV1 = [
  'https://www.w3.org/2018/credentials/v1',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/security/data-integrity/v2',
] as const;

/** An Open Badge 3.0 without proof; `vcdm` chooses the data model. */
export function achievementCredential(
  issuerId: string,
  options: { readonly vcdm?: '1.1' | '2.0'; readonly members?: JsonObject } = {},
): JsonObject {
  const isVersion1 = options.vcdm === '1.1';
  return {
    '@context': isVersion1 ? contextsV1 : contextsV2,
    id: 'urn:uuid:5b6b4a2e-1c0f-4f0e-9d62-7c1f1a4f9c11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Welding, level 1',
    issuer: { id: issuerId, type: ['Profile'], name: 'Trade School' },
    ...(isVersion1 ? { issuanceDate: '2026-01-02T03:04:05Z' } : { validFrom: '2026-01-02T03:04:05Z' }),
    credentialSubject: {
      id: 'did:example:ada',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://school.example.org/achievements/welding-1',
        type: ['Achievement'],
        name: 'Welding, level 1',
        description: 'Joins two plates with a seam that holds.',
        criteria: { narrative: 'Weld two plates under supervision.' },
      },
    },
    ...options.members,
  };
}

/** A record of learning (CLR 2.0) without proof, that holds these credentials. */
export function recordOfLearning(issuerId: string, inner: readonly JsonObject[]): JsonObject {
  const [credentials, openBadges] = contextsV2;
  return {
    '@context': [credentials, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', openBadges],
    id: 'urn:uuid:11111111-2222-4333-8444-555555555555',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Record of learning',
    issuer: { id: issuerId, type: ['Profile'], name: 'Trade School' },
    validFrom: '2026-05-03T09:00:00Z',
    credentialSubject: { type: ['ClrSubject'], id: 'did:example:learner', verifiableCredential: [...inner] },
  };
}

/** The profile that the issuer of `assertion2` publishes, with what it says of its keys. */
export function tradeSchool(publicKey: Json): JsonObject {
  const school = 'https://school.example.org';
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: `${school}/issuer`,
    type: 'Issuer',
    name: 'Trade School',
    url: school,
    email: 'office@school.example.org',
    publicKey,
  };
}

/** An Open Badge 2.0 assertion with its badge class and issuer embedded by reference. */
export function assertion2(members: JsonObject = {}): JsonObject {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://school.example.org/assertions/1',
    type: 'Assertion',
    recipient: { type: 'email', hashed: false, identity: 'ada@example.org' },
    badge: {
      id: 'https://school.example.org/badges/welding-1',
      type: 'BadgeClass',
      name: 'Welding, level 1',
      description: 'Joins two plates with a seam that holds.',
      image: 'https://school.example.org/badges/welding-1.png',
      criteria: { narrative: 'Weld two plates under supervision.' },
      issuer: 'https://school.example.org/issuer',
    },
    verification: { type: 'SignedBadge', creator: 'https://school.example.org/keys/1' },
    issuedOn: '2026-01-02T03:04:05Z',
    ...members,
  };
}

/** A signed Open Badge 1.0 assertion, which names its key's address itself. */
export function assertion1(members: JsonObject = {}): JsonObject {
  return {
    uid: 'a1',
    recipient: { type: 'email', hashed: false, identity: 'ada@example.org' },
    badge: 'https://school.example.org/badges/welding-1',
    verify: { type: 'signed', url: 'https://school.example.org/key.pem' },
    issuedOn: 1_767_322_000,
    ...members,
  };
}

/** An Open Badge 0.5, everything in one object. */
export function assertion05(members: JsonObject = {}): JsonObject {
  return {
    recipient: 'ada@example.org',
    issued_on: '2012-03-04',
    badge: {
      version: '0.5.0',
      name: 'Welding',
      description: 'Joins two plates.',
      image: '/welding.png',
      criteria: '/welding.html',
      issuer: { origin: 'https://school.example.org', name: 'Trade School' },
    },
    ...members,
  };
}
