import type { Example } from './structure-kinds.ts';

/** For every rule of Open Badges 0.5 to 2.x at least one change that breaks it. */
export const legacyExamples = {
  'assertion-context': [['2.0', '@context', { Assertion: 'https://w3id.org/openbadges#Assertion' }, 'warn']],
  'assertion-type': [['2.0', 'type', 'BadgeClass', 'fail']],
  'assertion-id': [
    ['2.0', 'id', 'assertion 1', 'fail'],
    ['endorsement 2.0', 'id', undefined, 'fail'],
  ],
  'known-types': [
    ['2.0', 'type', ['Assertion', 'Diploma'], 'fail'],
    ['2.0', 'type', ['Assertion', 5], 'fail'],
    ['2.0', 'badge/type', ['BadgeClass', 'Diploma'], 'fail'],
    ['class 2.0', 'type', ['BadgeClass', 'Diploma'], 'fail'],
    ['profile 2.0', 'type', ['Issuer', 'School'], 'fail'],
  ],
  recipient: [['2.0', 'recipient', undefined, 'fail']],
  'recipient-identity': [
    ['2.0', 'recipient/identity', undefined, 'fail'],
    ['2.0', 'recipient/type', undefined, 'fail'],
    ['2.0', 'recipient', 'ada@example.org', 'fail'],
    ['2.0', 'recipient', [{ type: 'email', hashed: false, identity: 'a@b' }, { not: 'right' }], 'warn'],
  ],
  'recipient-hash': [
    ['0.5', 'recipient', `1337$${'ab'.repeat(32)}`, 'fail'],
    ['0.5', 'recipient', hashOf('sha256', 40), 'fail'],
    ['1.1', 'recipient/identity', hashOf('crc32', 8), 'fail'],
    ['2.0', 'recipient/identity', 'sha256$not-hexadecimal'.replaceAll('-', ''), 'fail'],
    ['2.0', 'recipient/identity', hashOf('sha512', 128), 'warn'],
  ],
  'recipient-hashed': [
    ['2.0', 'recipient/hashed', 'true', 'warn'],
    ['2.0', 'recipient/hashed', false, 'warn'],
    ['2.0', 'recipient/identity', 'ada@example.org', 'warn'],
    ['1.1', 'recipient/hashed', undefined, 'warn'],
  ],
  'recipient-type': [['2.0', 'recipient/type', 'passport', 'warn']],
  'recipient-form': [
    ['2.0', 'recipient', { type: 'email', hashed: false, identity: 'Ada' }, 'warn'],
    ['2.0', 'recipient', { type: 'telephone', hashed: false, identity: 'Ada' }, 'warn'],
    ['2.0', 'recipient', { type: 'url', hashed: false, identity: 'Ada' }, 'warn'],
  ],
  badge: [['2.0', 'badge', undefined, 'fail']],
  'badge-count': [['2.0', 'badge', ['https://a.example/1', 'https://a.example/2'], 'fail']],
  'issued-on': [['2.0', 'issuedOn', undefined, 'fail']],
  dates: [
    ['2.0', 'issuedOn', 'yesterday', 'fail'],
    ['2.0', 'expires', '2026-02-30T00:00:00Z', 'fail'],
    ['3.0', 'validFrom', '2026-01-02', 'fail'],
  ],
  'dates-zone': [['2.0', 'issuedOn', '2026-01-02T03:04:05', 'warn']],
  uid: [['1.1', 'uid', undefined, 'warn']],
  verification: [
    ['2.0', 'verification', undefined, 'fail'],
    ['endorsement 2.0', 'verification', 'hosted', 'fail'],
  ],
  'verification-type': [['2.0', 'verification/type', 'oath', 'fail']],
  'verification-signed': [['signed 2.0', 'verification/type', 'HostedBadge', 'warn']],
  'verification-url': [['1.1', 'verify/url', undefined, 'fail']],
  'verification-creator': [['2.0', 'verification/creator', 'my key', 'warn']],
  image: [
    ['2.0', 'image', 'data:image/png;base64,iVBORw0KGgo=', 'warn'],
    ['2.0', 'image', ['https://a.example/1', 'https://a.example/2'], 'warn'],
  ],
  evidence: [
    ['2.0', 'evidence', 'a letter', 'warn'],
    ['2.0', 'evidence', [{ genre: 'letter' }], 'warn'],
  ],
  narrative: [['2.0', 'narrative', 5, 'warn']],
  revoked: [['2.0', 'revoked', 'no', 'warn']],
  language: [['2.0', '@language', 'the Queen’s', 'warn']],
  claim: [
    ['endorsement 2.0', 'claim', undefined, 'fail'],
    ['endorsement 2.0', 'claim/id', undefined, 'fail'],
  ],
  extension: [
    ['2.0', 'extensions:ApplyLink', { type: ['Extension', 'extensions:ApplyLink'], url: 5 }, 'fail'],
  ],
  'badge-type': [['class 2.0', 'type', 'Profile', 'fail']],
  'badge-name': [
    ['2.0', 'badge/name', ' ', 'fail'],
    ['0.5', 'badge/name', undefined, 'fail'],
    ['class 2.0', 'name', undefined, 'fail'],
  ],
  'badge-description': [['2.0', 'badge/description', undefined, 'warn']],
  'badge-image': [['2.0', 'badge/image', undefined, 'warn']],
  'badge-image-form': [
    ['2.0', 'badge/image', 'data:image/gif;base64,R0lG', 'warn'],
    ['2.0', 'badge/image', '/welding.png', 'warn'],
    ['class 2.0', 'image', ['https://a.example/1', 'https://a.example/2'], 'warn'],
  ],
  'badge-criteria': [
    ['2.0', 'badge/criteria', {}, 'warn'],
    ['0.5', 'badge/criteria', undefined, 'warn'],
  ],
  'badge-issuer': [['2.0', 'badge/issuer', undefined, 'fail']],
  'badge-alignment': [
    ['2.0', 'badge/alignment', [{ targetName: 'Joining' }], 'warn'],
    ['2.0', 'badge/alignment', ['https://a.example/1'], 'warn'],
  ],
  'badge-tags': [['2.0', 'badge/tags', ['metal', 5], 'warn']],
  'badge-origin': [['origin', 'badge', 'https://elsewhere.example.org/badges/1', 'warn']],
  'issuer-count': [['2.0', 'badge/issuer', ['https://a.example/1', 'https://a.example/2'], 'fail']],
  'issuer-type': [
    ['profile 2.0', 'type', 'BadgeClass', 'fail'],
    ['3.0', 'issuer/type', ['School'], 'fail'],
    ['3.0', 'issuer/type', undefined, 'warn'],
  ],
  'issuer-id': [
    ['profile 2.0', 'id', 'urn:uuid:5b6b4a2e-1c0f-4f0e-9d62-7c1f1a4f9c11', 'warn'],
    ['3.0', 'issuer/id', undefined, 'fail'],
    ['3.0', 'issuer', 'Trade School', 'fail'],
  ],
  'issuer-name': [
    ['profile 2.0', 'name', undefined, 'fail'],
    ['0.5', 'badge/issuer/name', undefined, 'fail'],
    ['3.0', 'issuer/name', 5, 'fail'],
  ],
  'issuer-url': [
    ['profile 2.0', 'url', 'school', 'warn'],
    ['3.0', 'issuer/url', 'school', 'warn'],
  ],
  'issuer-email': [
    ['profile 2.0', 'email', undefined, 'warn'],
    ['profile 2.0', 'email', 'the office', 'warn'],
  ],
  'issuer-telephone': [['profile 2.0', 'telephone', '0151-12345', 'warn']],
  'issuer-revocation-list': [['profile 2.0', 'revocationList', 'in the drawer', 'warn']],
  'issuer-public-key': [['profile 2.0', 'publicKey', [{ publicKeyPem: 'x' }], 'warn']],
  'issuer-origin': [['0.5', 'badge/issuer/origin', 'school', 'warn']],
  'revocation-list': [
    ['revocation list', 'type', undefined, 'warn'],
    ['revocation list', 'revokedAssertions', ['a1'], 'warn'],
    ['revocation list', 'revokedAssertions', [{ uid: 5 }], 'warn'],
  ],
} as const satisfies Record<string, readonly Example[]>;

function hashOf(algorithm: string, length: number): string {
  return `${algorithm}$${'a'.repeat(length)}`;
}
