import { hexText, utf8Bytes } from '../bytes.ts';
import { digest } from './crypto/digest.ts';
import { type EcdsaAlgorithm, verifyEcdsa } from './crypto/ecdsa.ts';
import { verifyEd25519 } from './crypto/ed25519.ts';
import { jwkFromPem } from './crypto/pem-key.ts';
import { type RsaAlgorithm, verifyRsa } from './crypto/rsa.ts';
import { isSoundSignature, soundKey } from './crypto/sound-key.ts';
import type { CryptoPort, PublicJwk, SignatureAlgorithm } from './ports.ts';

/**
 * The cryptography of a page (W3C Web Cryptography, and its Secure Curves), and in code what the page lacks: Ed25519 in
 * older browsers, secp256k1 and MD5 in all, small RSA keys in some, and everything in a page that came by plain http.
 */
export const webCrypto: CryptoPort = {
  digest: (algorithm, data) => digest(algorithm, typeof data === 'string' ? utf8Bytes(data) : data),
  hexDigest: (algorithm, text) => hexText(digest(algorithm, utf8Bytes(text))),
  verify: (algorithm, key, signature, data) =>
    verifySignature(algorithm, key, signature, typeof data === 'string' ? utf8Bytes(data) : data),
  jwkFromPem,
};

async function verifySignature(
  algorithm: SignatureAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  const sound = soundKey(algorithm, key);
  if (sound === null || !isSoundSignature(algorithm, sound, signature)) return false;
  const answer = await verifyByPage(algorithm, sound, signature, data);
  if (answer !== null) return answer;
  try {
    return verifyInCode(algorithm, sound, signature, data);
  } catch {
    return false;
  }
}

/** The page's own answer; null where it has none. */
async function verifyByPage(
  algorithm: SignatureAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean | null> {
  const names = pageNames[algorithm];
  // An insecure page has no `subtle`, whatever the types say.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (names === null || subtle === undefined) return null;
  try {
    const imported = await subtle.importKey('jwk', { ...key }, names.key, false, ['verify']);
    return await subtle.verify(names.signature, imported, new Uint8Array(signature), new Uint8Array(data));
  } catch {
    return null;
  }
}

function verifyInCode(
  algorithm: SignatureAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
  data: Uint8Array,
): boolean {
  if (algorithm === 'EdDSA') return verifyEd25519(key, signature, data);
  return isEcdsa(algorithm)
    ? verifyEcdsa(algorithm, key, signature, data)
    : verifyRsa(algorithm, key, signature, data);
}

function isEcdsa(algorithm: EcdsaAlgorithm | RsaAlgorithm): algorithm is EcdsaAlgorithm {
  return algorithm.startsWith('ES');
}

/** What Web Cryptography calls the algorithms; null for what no page has. */
const pageNames = {
  RS256: pkcs1(256),
  RS384: pkcs1(384),
  RS512: pkcs1(512),
  PS256: pss(256),
  PS384: pss(384),
  PS512: pss(512),
  ES256: ecdsa('P-256', 256),
  ES384: ecdsa('P-384', 384),
  ES512: ecdsa('P-521', 512),
  ES256K: null,
  EdDSA: { key: { name: 'Ed25519' }, signature: { name: 'Ed25519' } },
} as const;

function pkcs1(bits: number) {
  const name = 'RSASSA-PKCS1-v1_5';
  return { key: { name, hash: `SHA-${bits}` }, signature: { name } };
}

function pss(bits: number) {
  const name = 'RSA-PSS';
  return { key: { name, hash: `SHA-${bits}` }, signature: { name, saltLength: bits / 8 } };
}

function ecdsa(namedCurve: string, bits: number) {
  return { key: { name: 'ECDSA', namedCurve }, signature: { name: 'ECDSA', hash: `SHA-${bits}` } };
}
