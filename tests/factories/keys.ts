import { createECDH, createPrivateKey, createPublicKey, ECDH, type KeyObject } from 'node:crypto';
import { base64UrlText } from '../../shared/base64.ts';
import { base58Text } from '../../shared/verify/base58.ts';
import type { PublicJwk } from '../../shared/verify/ports.ts';
import { rsa1024, rsa2048, rsa2048Other } from './rsa-keys.ts';

/** A key pair of the tests with every name that a badge may call it by. */
export interface TestKey {
  readonly privateKey: KeyObject;
  readonly jwk: PublicJwk;
  readonly pem: string;
  /** `z…`; empty for RSA. */
  readonly multikey: string;
  /** `did:key:z…`; empty for RSA. */
  readonly did: string;
  /** `did:key:z…#z…`. */
  readonly method: string;
}

/** An Ed25519 key from a seed of one repeated byte. */
export function ed25519Key(seed: number): TestKey {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([prefix, Buffer.alloc(32, seed)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const x = Buffer.from(String(privateKey.export({ format: 'jwk' }).x), 'base64url');
  return named(privateKey, base58Text(Uint8Array.of(0xed, 0x01, ...x)));
}

/** A key on a NIST curve whose private number is one repeated byte. */
export function ecKey(curve: 'P-256' | 'P-384', seed: number): TestKey {
  const [name, size, prefix] =
    curve === 'P-256' ? (['prime256v1', 32, 0x80] as const) : (['secp384r1', 48, 0x81] as const);
  const exchange = createECDH(name);
  const secret = Buffer.alloc(size, seed);
  exchange.setPrivateKey(secret);
  const point = exchange.getPublicKey();
  const compressed = ECDH.convertKey(point, name, undefined, undefined, 'compressed');
  const privateKey = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: curve,
      d: secret.toString('base64url'),
      x: base64UrlText(point.subarray(1, 1 + size)),
      y: base64UrlText(point.subarray(1 + size)),
    },
  });
  return named(privateKey, base58Text(Uint8Array.of(prefix, 0x24, ...Buffer.from(compressed))));
}

/** One of the fixed RSA keys. */
export function rsaKey(which: 'strong' | 'other' | 'weak'): TestKey {
  const jwk = { strong: rsa2048, other: rsa2048Other, weak: rsa1024 }[which];
  return named(createPrivateKey({ format: 'jwk', key: { ...jwk } }), null);
}

function named(privateKey: KeyObject, encoded: string | null): TestKey {
  const publicKey = createPublicKey(privateKey);
  const { kty = '', crv, x, y, n, e } = publicKey.export({ format: 'jwk' });
  const members = Object.entries({ crv, x, y, n, e }).filter(([, value]) => value !== undefined);
  const multikey = encoded === null ? '' : `z${encoded}`;
  const did = multikey === '' ? '' : `did:key:${multikey}`;
  return {
    privateKey,
    jwk: { kty, ...Object.fromEntries(members) },
    pem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    multikey,
    did,
    method: did === '' ? '' : `${did}#${multikey}`,
  };
}
