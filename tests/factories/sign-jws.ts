import { constants, sign } from 'node:crypto';
import type { TestKey } from './keys.ts';

/** A compact JWS over the payload, whatever the payload and the header say. */
export function signJws(
  payload: unknown,
  key: TestKey,
  header: Readonly<Record<string, unknown>> & { readonly alg: string },
): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const input = `${encoded(JSON.stringify(header))}.${encoded(text)}`;
  return `${input}.${signatureOf(Buffer.from(input), key, header.alg).toString('base64url')}`;
}

/** The signature over these bytes by a JOSE algorithm. */
export function signatureOf(data: Buffer, key: TestKey, algorithm: string): Buffer {
  if (algorithm === 'EdDSA' || algorithm === 'Ed25519') return sign(null, data, key.privateKey);
  const hash = `sha${algorithm.slice(2)}`;
  if (algorithm.startsWith('ES')) {
    return sign(hash, data, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  }
  if (algorithm.startsWith('PS')) {
    return sign(hash, data, {
      key: key.privateKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    });
  }
  return sign(hash, data, key.privateKey);
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
