import { constants, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { base64UrlBytes } from '../../shared/base64.ts';
import { limits } from '../../shared/limits.ts';
import { keyFits, publicJwk, rsaBits } from '../../shared/verify/jwk.ts';
import type { CryptoPort, PublicJwk, SignatureAlgorithm } from '../../shared/verify/ports.ts';

/** Node's own cryptography. Electron's build of it has no secp256k1, so that one curve comes from a library, on demand. */
export const nodeCrypto: CryptoPort = {
  digest: (algorithm, bytes) => new Uint8Array(hash(algorithm, bytes, 'buffer')),
  verify: verifySignature,
  jwkFromPem,
};

async function verifySignature(
  algorithm: SignatureAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  if (!keyFits(algorithm, key)) return false;
  try {
    if (algorithm === 'ES256K') return isSoundKey(key) && (await verifySecp256k1(key, signature, data));
    const imported = importedKey(key);
    return imported !== null && verifyNative(algorithm, imported, signature, data);
  } catch {
    return false;
  }
}

/** Keys used last, ready to verify: to import one can cost more than a signature. By their value, so that none is stale. */
const importedKeys = new Map<string, KeyObject | null>();

/** The key for the runtime; null for an unsound one. Throws for one that the runtime refuses. */
function importedKey(jwk: PublicJwk): KeyObject | null {
  const { kty, crv = '', x = '', y = '', n = '', e = '' } = jwk;
  const name = `${kty} ${crv} ${x} ${y} ${n} ${e}`;
  const known = importedKeys.get(name);
  if (known !== undefined) {
    importedKeys.delete(name);
    importedKeys.set(name, known);
    return known;
  }
  const key = isSoundKey(jwk) ? createPublicKey({ key: { ...jwk }, format: 'jwk' }) : null;
  const [oldest] = importedKeys.keys();
  if (importedKeys.size >= limits.importedKeys && oldest !== undefined) importedKeys.delete(oldest);
  importedKeys.set(name, key);
  return key;
}

function verifyNative(
  algorithm: Exclude<SignatureAlgorithm, 'ES256K'>,
  key: KeyObject,
  signature: Uint8Array,
  data: Uint8Array,
): boolean {
  if (algorithm === 'EdDSA') return signature.length === 64 && verify(null, data, key, signature);
  const digest = `sha${algorithm.slice(2)}`;
  switch (algorithm) {
    case 'ES256':
    case 'ES384':
    case 'ES512':
      return (
        signature.length === ecdsaBytes[algorithm] &&
        verify(digest, data, { key, dsaEncoding: 'ieee-p1363' }, signature)
      );
    case 'PS256':
    case 'PS384':
    case 'PS512':
      return verify(
        digest,
        data,
        {
          key,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        },
        signature,
      );
    default:
      return verify(digest, data, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
  }
}

const ecdsaBytes = { ES256: 64, ES384: 96, ES512: 132 } as const;

async function verifySecp256k1(key: PublicJwk, signature: Uint8Array, data: Uint8Array): Promise<boolean> {
  const x = key.x === undefined ? null : base64UrlBytes(key.x);
  const y = key.y === undefined ? null : base64UrlBytes(key.y);
  if (x?.length !== 32 || y?.length !== 32 || signature.length !== 64) return false;
  const { secp256k1 } = await import('@noble/curves/secp256k1.js');
  return secp256k1.verify(signature, data, Uint8Array.of(4, ...x, ...y), { lowS: false });
}

/** Keys under which anybody can make a signature: an RSA exponent of 1 or an even one, Ed25519 points of small order. */
function isSoundKey(key: PublicJwk): boolean {
  if (key.kty === 'RSA') {
    const exponent = key.e === undefined ? null : base64UrlBytes(key.e);
    const bits = rsaBits(key);
    if (exponent === null || bits === null || bits < 512 || bits > 8_192) return false;
    const last = exponent.at(-1) ?? 0;
    return last % 2 === 1 && (exponent.length > 1 || last > 1);
  }
  return key.crv !== 'Ed25519' || !smallOrderPoints.has(pointHex(key));
}

function pointHex(key: PublicJwk): string {
  const bytes = key.x === undefined ? null : base64UrlBytes(key.x);
  if (bytes === null) return '';
  const unsigned = Uint8Array.from(bytes, (byte, index) => (index === bytes.length - 1 ? byte & 0x7f : byte));
  return Buffer.from(unsigned).toString('hex');
}

/** The y coordinates of Ed25519 points of order 1, 2, 4 and 8, and their other spellings, without the sign bit. */
const smallOrderPoints = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

function jwkFromPem(pem: string): PublicJwk | null {
  if (pem.length > 32_768 || /PRIVATE KEY/.test(pem) || !/-----BEGIN [A-Z0-9 ]+-----/.test(pem)) return null;
  try {
    const jwk = createPublicKey(pem).export({ format: 'jwk' });
    return publicJwk({ kty: jwk.kty ?? '', ...definedTexts(jwk) });
  } catch {
    return null;
  }
}

function definedTexts(jwk: object): Record<string, string> {
  return Object.fromEntries(Object.entries(jwk).filter(([, value]) => typeof value === 'string'));
}
