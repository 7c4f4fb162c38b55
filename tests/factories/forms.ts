import type { JsonObject } from '../../shared/json.ts';
import { achievementCredential, assertion1, assertion2 } from './credentials.ts';
import { ecKey, ed25519Key, rsaKey, type TestKey } from './keys.ts';
import { signDataIntegrity } from './sign-data-integrity.ts';
import { signJws } from './sign-jws.ts';

const host = 'https://school.example.org';
const did = 'did:web:school.example.org';
const ed = ed25519Key(7);
const otherEd = ed25519Key(8);
const p256 = ecKey('P-256', 7);
const p384 = ecKey('P-384', 7);
const rsa = rsaKey('strong');
const otherRsa = rsaKey('other');

/** One way to sign one badge, with the documents that its issuer publishes. */
export interface Form {
  readonly name: string;
  readonly key: TestKey;
  readonly otherKey: TestKey;
  sign(members: JsonObject, key: TestKey): Promise<string | JsonObject>;
  readonly expiry: string;
  readonly start: string;
  readonly documents: Readonly<Record<string, JsonObject | string>>;
}

const didDocument = (key: TestKey): JsonObject => ({
  id: did,
  verificationMethod: [
    { id: `${did}#key-1`, type: 'JsonWebKey', controller: did, publicKeyJwk: { ...key.jwk } },
  ],
  assertionMethod: [`${did}#key-1`],
});

function dataIntegrity(suite: string, vcdm: '1.1' | '2.0', key: TestKey, otherKey: TestKey): Form {
  return {
    name: `${suite} with ${key.jwk.crv}, data model ${vcdm}`,
    key,
    otherKey,
    sign: (members, signer) =>
      signDataIntegrity(achievementCredential(did, { vcdm, members }), signer, {
        suite,
        method: `${did}#key-1`,
      }),
    expiry: vcdm === '1.1' ? 'expirationDate' : 'validUntil',
    start: vcdm === '1.1' ? 'issuanceDate' : 'validFrom',
    documents: { [`${host}/.well-known/did.json`]: didDocument(key) },
  };
}

function vcJwt(alg: string, vcdm: '1.1' | '2.0', key: TestKey, otherKey: TestKey): Form {
  return {
    name: `VC-JWT ${alg}, data model ${vcdm}`,
    key,
    otherKey,
    sign: async (members, signer) => {
      const credential = achievementCredential(did, { vcdm, members });
      const header = { alg, typ: vcdm === '1.1' ? 'JWT' : 'vc+jwt', kid: `${did}#key-1` };
      const payload = vcdm === '1.1' ? { iss: did, jti: credential.id, vc: credential } : credential;
      return signJws(payload, signer, header);
    },
    expiry: vcdm === '1.1' ? 'expirationDate' : 'validUntil',
    start: vcdm === '1.1' ? 'issuanceDate' : 'validFrom',
    documents: { [`${host}/.well-known/did.json`]: didDocument(key) },
  };
}

const signed2: Form = {
  name: 'signed Open Badge 2.0',
  key: rsa,
  otherKey: otherRsa,
  sign: async (members, signer) => signJws(assertion2(members), signer, { alg: 'RS256' }),
  expiry: 'expires',
  start: 'issuedOn',
  documents: {
    [`${host}/issuer`]: {
      id: `${host}/issuer`,
      type: 'Profile',
      name: 'Trade School',
      publicKey: `${host}/keys/1`,
    },
    [`${host}/keys/1`]: {
      id: `${host}/keys/1`,
      type: 'CryptographicKey',
      owner: `${host}/issuer`,
      publicKeyPem: rsa.pem,
    },
  },
};

const signed1: Form = {
  name: 'signed Open Badge 1.0',
  key: rsa,
  otherKey: otherRsa,
  sign: async (members, signer) => signJws(assertion1(members), signer, { alg: 'RS256' }),
  expiry: 'expires',
  start: 'issuedOn',
  documents: {
    [`${host}/badges/welding-1`]: { name: 'Welding', image: 'x', issuer: `${host}/issuer` },
    [`${host}/issuer`]: { name: 'Trade School', url: host },
    [`${host}/key.pem`]: rsa.pem,
  },
};

/** Every way to sign a badge that is verified by its signature. */
export const forms: readonly Form[] = [
  ...(['1.1', '2.0'] as const).flatMap((vcdm) => [
    dataIntegrity('eddsa-rdfc-2022', vcdm, ed, otherEd),
    dataIntegrity('eddsa-2022', vcdm, ed, otherEd),
    dataIntegrity('eddsa-jcs-2022', vcdm, ed, otherEd),
    dataIntegrity('ecdsa-rdfc-2019', vcdm, p256, ecKey('P-256', 9)),
    dataIntegrity('ecdsa-rdfc-2019', vcdm, p384, ecKey('P-384', 9)),
    dataIntegrity('ecdsa-jcs-2019', vcdm, p256, ecKey('P-256', 9)),
    dataIntegrity('ecdsa-jcs-2019', vcdm, p384, ecKey('P-384', 9)),
    vcJwt('RS256', vcdm, rsa, otherRsa),
    vcJwt('PS256', vcdm, rsa, otherRsa),
    vcJwt('ES256', vcdm, p256, ecKey('P-256', 9)),
    vcJwt('ES384', vcdm, p384, ecKey('P-384', 9)),
    vcJwt('EdDSA', vcdm, ed, otherEd),
  ]),
  dataIntegrity('Ed25519Signature2020', '1.1', ed, otherEd),
  signed2,
  signed1,
];

/** The same badge with another year in one date, its signature as it was. */
export function alteredCopy(credential: string | JsonObject, member: string): string | JsonObject {
  if (typeof credential !== 'string') return { ...credential, [member]: '2025-01-02T03:04:05Z' };
  const [header = '', payload = '', signature = ''] = credential.split('.');
  const text = Buffer.from(payload, 'base64url').toString();
  const changed = text.replace('Trade', 'Grand').replace('ada@', 'eve@').replace('2026-01-02', '2025-01-02');
  return [header, Buffer.from(changed).toString('base64url'), signature].join('.');
}

/** A badge in the name of another issuer, signed with this form's key. */
export async function asOtherIssuer(form: Form): Promise<string | JsonObject> {
  if (form === signed2)
    return form.sign(
      { badge: { ...Object(assertion2().badge), issuer: 'https://other.example.org/issuer' } },
      form.key,
    );
  if (form === signed1) return form.sign({ badge: 'https://other.example.org/badges/1' }, form.key);
  const issuer = { id: 'did:web:other.example.org', type: ['Profile'], name: 'Other' };
  return form.sign({ issuer }, form.key);
}
