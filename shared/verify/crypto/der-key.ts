import { base64UrlText } from '../../base64.ts';
import { hexText } from '../../bytes.ts';
import { type CurveName, curvePoint } from '../ec-point.ts';
import type { PublicJwk } from '../ports.ts';
import { type DerValue, derBits, derSequence, derTags, derUnsigned, derValues } from './der.ts';

/**
 * A public key in DER as JWK: SubjectPublicKeyInfo (RFC 5280, 4.1.2.7; RFC 5480; RFC 8410), RSAPublicKey (RFC 8017,
 * A.1.1), or the key of an X.509 certificate, told apart by their structure. Null for anything else, for a key of another
 * kind, and for a point that is not on its curve. Nothing of a certificate but its key is believed.
 */
export function jwkFromDer(der: Uint8Array): PublicJwk | null {
  const values = derSequence(der);
  const [first, second] = values ?? [];
  if (values === null || first === undefined || second === undefined) return null;
  if (first.tag === derTags.integer) return rsaJwkFromDer(der);
  if (values.length === 2) return jwkOfKeyInfo(values);
  return values.length === 3 && first.tag === derTags.sequence ? jwkOfCertificate(first.content) : null;
}

/** RSAPublicKey (RFC 8017, A.1.1), a sequence of two positive integers, as JWK; null for anything else. */
export function rsaJwkFromDer(der: Uint8Array): PublicJwk | null {
  const values = derSequence(der);
  const modulus = derUnsigned(values?.[0]);
  const exponent = derUnsigned(values?.[1]);
  if (values?.length !== 2 || modulus === null || exponent === null) return null;
  return { kty: 'RSA', n: base64UrlText(modulus), e: base64UrlText(exponent) };
}

/** TBSCertificate: version (but for the oldest), number, algorithm, issuer, validity, subject, key. */
function jwkOfCertificate(certificate: Uint8Array): PublicJwk | null {
  const values = derValues(certificate);
  const keyInfo = values?.[values[0]?.tag === derTags.context0 ? 6 : 5];
  const parts = keyInfo?.tag === derTags.sequence ? derValues(keyInfo.content) : null;
  return parts === null ? null : jwkOfKeyInfo(parts);
}

function jwkOfKeyInfo(values: readonly DerValue[]): PublicJwk | null {
  const [algorithm, keyBits] = values;
  const key = derBits(keyBits);
  if (values.length !== 2 || algorithm?.tag !== derTags.sequence || key === null) return null;
  const [oid, parameters, ...more] = derValues(algorithm.content) ?? [];
  if (oid?.tag !== derTags.objectIdentifier || more.length > 0) return null;
  switch (hexText(oid.content)) {
    case oids.rsaEncryption:
      return parameters === undefined || isNull(parameters) ? rsaJwkFromDer(key) : null;
    case oids.ed25519:
      return key.length === 32 ? { kty: 'OKP', crv: 'Ed25519', x: base64UrlText(key) } : null;
    case oids.ecPublicKey:
      return parameters?.tag === derTags.objectIdentifier ? ecJwk(hexText(parameters.content), key) : null;
    default:
      return null;
  }
}

function isNull({ tag, content }: DerValue): boolean {
  return tag === derTags.null && content.length === 0;
}

function ecJwk(curveOid: string, point: Uint8Array): PublicJwk | null {
  const crv = curveOids.get(curveOid);
  const coordinates = crv === undefined ? null : curvePoint(crv, point);
  if (crv === undefined || coordinates === null) return null;
  return { kty: 'EC', crv, x: base64UrlText(coordinates.x), y: base64UrlText(coordinates.y) };
}

const oids = {
  rsaEncryption: '2a864886f70d010101',
  ecPublicKey: '2a8648ce3d0201',
  ed25519: '2b6570',
} as const;

const curveOids: ReadonlyMap<string, CurveName> = new Map([
  ['2a8648ce3d030107', 'P-256'],
  ['2b81040022', 'P-384'],
  ['2b81040023', 'P-521'],
  ['2b8104000a', 'secp256k1'],
]);
