import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An issuer with a key of its own, who is known by a domain (`did:web`) or by nothing but the key (`did:jwk`). */
export interface TestIssuer {
  readonly id: string;
  /** The document that `did:web` resolves to, and where. */
  readonly didDocument: object;
  readonly didDocumentUrl: string;
  /** A VC-JWT (data model 2.0) by this issuer. */
  sign(change?: object, name?: string): Promise<string>;
}

export async function testIssuer(
  kind: 'did:web' | 'did:jwk',
  host = 'trade-school.example',
): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const jwk = { kty, crv, x, y };
  const encoded = Buffer.from(JSON.stringify(jwk)).toString('base64url');
  const id = kind === 'did:web' ? `did:web:${host}` : `did:jwk:${encoded}`;
  const keyId = kind === 'did:web' ? `${id}#key-1` : `${id}#0`;
  return {
    id,
    didDocumentUrl: `https://${host}/.well-known/did.json`,
    didDocument: {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
      id,
      verificationMethod: [{ id: keyId, type: 'JsonWebKey2020', controller: id, publicKeyJwk: jwk }],
      assertionMethod: [keyId],
    },
    sign: (change = {}, name = 'Welding 1') =>
      new SignJWT({ ...credentialBy(id, name), ...change })
        .setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid: keyId })
        .sign(privateKey),
  };
}

/** The same token with another name in it: the signature no longer fits. */
export function altered(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const text = Buffer.from(payload, 'base64url').toString('utf8').replaceAll('Welding 1', 'Welding 9');
  return [header, Buffer.from(text).toString('base64url'), signature].join('.');
}

export const learner = 'learner@example.org';

function credentialBy(issuer: string, name: string): object {
  const identityHash = createHash('sha256').update(`${learner}salt`).digest('hex');
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:0f6f1c8e-6a1c-4f3b-8f0a-2d9d0a6a7b11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: { id: issuer, type: ['Profile'], name: 'Trade School' },
    validFrom: '2026-05-03T09:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: `sha256$${identityHash}`,
          identityType: 'emailAddress',
          salt: 'salt',
        },
      ],
      achievement: {
        id: 'https://trade-school.example/badges/welding-1',
        type: ['Achievement'],
        name,
        description: 'Welds two pieces of steel.',
        criteria: { narrative: 'A seam that holds.' },
      },
    },
  };
}
