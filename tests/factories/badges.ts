import type { JsonObject } from '../../shared/json.ts';

/** A hosted Open Badges 2.0 assertion with its badge class and issuer embedded. */
export function assertion20(changes: JsonObject = {}): JsonObject {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://school.example/assertions/1',
    recipient: { type: 'email', hashed: false, identity: 'ada@home.example' },
    badge: {
      type: 'BadgeClass',
      id: 'https://school.example/classes/1',
      name: 'Bicycle repair',
      description: 'Mends a bicycle.',
      image: 'https://school.example/classes/1.png',
      criteria: { narrative: 'Mended three bicycles.' },
      issuer: {
        type: 'Profile',
        id: 'https://school.example/',
        name: 'Town School',
        url: 'https://school.example/',
        email: 'office@school.example',
      },
    },
    issuedOn: '2024-05-03T10:00:00Z',
    verification: { type: 'HostedBadge' },
    ...changes,
  };
}

/** An Open Badges 3.0 credential, unsigned. */
export function credential30(changes: JsonObject = {}): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:5f3c0a52-0000-4000-8000-000000000001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:web:school.example', type: ['Profile'], name: 'Town School' },
    validFrom: '2025-01-02T03:04:05Z',
    credentialSubject: {
      id: 'did:example:ada',
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:5f3c0a52-0000-4000-8000-0000000000aa',
        type: ['Achievement'],
        name: 'Welding 1',
        description: 'Welds two plates.',
        criteria: { narrative: 'Welded.' },
      },
    },
    ...changes,
  };
}

/** A compact JWS that nobody signed: good enough for everything but verification. */
export function unsignedJws(payload: unknown, header: JsonObject = { alg: 'RS256' }): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${Buffer.from('no signature').toString('base64url')}`;
}
