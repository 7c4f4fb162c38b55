import { constants, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { type AsciiText, utf8Bytes } from '../../shared/bytes.ts';
import { lately } from '../../shared/lately.ts';
import { limits } from '../../shared/limits.ts';
import { jwkFromPem } from '../../shared/verify/crypto/pem-key.ts';
import { isSoundSignature, soundKey } from '../../shared/verify/crypto/sound-key.ts';
import { isSameKey, keyFits } from '../../shared/verify/jwk.ts';
import type { CryptoPort, PublicJwk, SignatureAlgorithm } from '../../shared/verify/ports.ts';

/** Node's own cryptography. Electron's build of it has no secp256k1, so that one curve comes from a library, on demand. */
export const nodeCrypto: CryptoPort = {
  digest: (algorithm, data) => bytesOfBinary(hash(algorithm, data, 'binary')),
  hexDigest: (algorithm, text) => hash(algorithm, text),
  verify: verifySignature,
  // By the very text, which a whole library of one issuer's badges names.
  jwkFromPem: lately(limits.importedKeys, jwkFromPem),
};

/** A digest as a text comes quicker than as bytes in memory of their own, which the system gives and takes back. */
function bytesOfBinary(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function verifySignature(
  algorithm: SignatureAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
  data: Uint8Array | AsciiText,
): boolean | Promise<boolean> {
  try {
    const ready = readyKey(algorithm, key);
    if (ready === null || !isSoundSignature(algorithm, ready.jwk, signature)) return false;
    if (algorithm === 'ES256K') return verifyInCode(algorithm, ready.jwk, signature, data);
    return verifyNative(algorithm, ready.imported(), signature, bytesOf(data));
  } catch {
    return false;
  }
}

async function verifyInCode(
  algorithm: 'ES256K',
  key: PublicJwk,
  signature: Uint8Array,
  data: Uint8Array | AsciiText,
): Promise<boolean> {
  const bytes = typeof data === 'string' ? utf8Bytes(data) : data;
  try {
    const { verifyEcdsa } = await import('../../shared/verify/crypto/ecdsa.ts');
    return verifyEcdsa(algorithm, key, signature, bytes);
  } catch {
    return false;
  }
}

/** The bytes, good until the next call: whoever takes them is done before anybody can ask again. */
function bytesOf(data: Uint8Array | AsciiText): Uint8Array {
  if (typeof data !== 'string') return data;
  if (data.length > scratch.length) return utf8Bytes(data);
  return scratch.subarray(0, scratch.write(data, 'latin1'));
}

/** For tokens: memory of its own for each costs as much as some signatures. */
const scratch = Buffer.allocUnsafeSlow(65_536);

interface ReadyKey {
  readonly jwk: PublicJwk;
  /** The key for the runtime. Throws where the runtime refuses it. */
  readonly imported: () => KeyObject;
}

/** Keys used last, ready to verify: to import one can cost more than a signature. By their value, so that none is stale. */
const readyKeys = new Map<string, ReadyKey | null>();

/** The same by the object that names the key, with what it named: the same issuer's key often comes as the same object. */
const readyObjects = new WeakMap<PublicJwk, { readonly named: PublicJwk; readonly ready: ReadyKey | null }>();

/** Null for a key that does not fit the algorithm or is not sound. */
function readyKey(algorithm: SignatureAlgorithm, key: PublicJwk): ReadyKey | null {
  if (!keyFits(algorithm, key)) return null;
  const held = readyObjects.get(key);
  if (held !== undefined && isSameKey(held.named, key)) return held.ready;
  const ready = readyByValue(algorithm, key);
  readyObjects.set(key, { named: { ...key }, ready });
  return ready;
}

function readyByValue(algorithm: SignatureAlgorithm, key: PublicJwk): ReadyKey | null {
  const { kty, crv = '', x = '', y = '', n = '', e = '' } = key;
  const name = `${kty} ${crv} ${x} ${y} ${n} ${e}`;
  const known = readyKeys.get(name);
  const ready = known === undefined ? prepared(soundKey(algorithm, key)) : known;
  readyKeys.delete(name);
  readyKeys.set(name, ready);
  const [oldest] = readyKeys.keys();
  if (readyKeys.size > limits.importedKeys && oldest !== undefined) readyKeys.delete(oldest);
  return ready;
}

function prepared(jwk: PublicJwk | null): ReadyKey | null {
  if (jwk === null) return null;
  let imported: KeyObject | null = null;
  return {
    jwk,
    imported: () => {
      imported ??= createPublicKey({ key: { ...jwk }, format: 'jwk' });
      return imported;
    },
  };
}

function verifyNative(
  algorithm: Exclude<SignatureAlgorithm, 'ES256K'>,
  key: KeyObject,
  signature: Uint8Array,
  data: Uint8Array,
): boolean {
  if (algorithm === 'EdDSA') return verify(null, data, key, signature);
  const digest = `sha${algorithm.slice(2)}`;
  switch (algorithm) {
    case 'ES256':
    case 'ES384':
    case 'ES512':
      return verify(digest, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
    case 'PS256':
    case 'PS384':
    case 'PS512': {
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      return verify(digest, data, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }, signature);
    }
    default:
      return verify(digest, data, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
  }
}
