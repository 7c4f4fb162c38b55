import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { base64UrlText } from '../../../shared/base64.ts';
import { ecKey, ed25519Key, rsaKey } from '../../factories/keys.ts';

const data = new TextEncoder().encode('what was signed');
const other = new TextEncoder().encode('what was not');

describe('nodeCrypto.verify', () => {
  it('an Ed25519 signature holds over its own data alone', async () => {
    const key = ed25519Key(1);
    const signature = sign(null, data, key.privateKey);
    expect(await nodeCrypto.verify('EdDSA', key.jwk, signature, data)).toBe(true);
    expect(await nodeCrypto.verify('EdDSA', key.jwk, signature, other)).toBe(false);
    expect(await nodeCrypto.verify('EdDSA', ed25519Key(2).jwk, signature, data)).toBe(false);
  });

  it('a secp256k1 signature holds, which the runtime of the app does not know', async () => {
    const secret = new Uint8Array(32).fill(7);
    const point = secp256k1.getPublicKey(secret, false);
    const jwk = {
      kty: 'EC',
      crv: 'secp256k1',
      x: base64UrlText(point.slice(1, 33)),
      y: base64UrlText(point.slice(33)),
    };
    const signature = secp256k1.sign(data, secret);
    expect(await nodeCrypto.verify('ES256K', jwk, signature, data)).toBe(true);
    expect(await nodeCrypto.verify('ES256K', jwk, signature, other)).toBe(false);
    expect(await nodeCrypto.verify('ES256', jwk, signature, data)).toBe(false);
  });

  it('A09 a key of small order, under which anybody signs, holds nothing', async () => {
    const identity = new Uint8Array(32);
    identity[0] = 1;
    const signature = new Uint8Array(64);
    signature[0] = 1;
    const key = { kty: 'OKP', crv: 'Ed25519', x: base64UrlText(identity) };
    expect(await nodeCrypto.verify('EdDSA', key, signature, data)).toBe(false);
    expect(
      await nodeCrypto.verify('EdDSA', { ...key, x: base64UrlText(new Uint8Array(32)) }, signature, data),
    ).toBe(false);
  });

  it('A10 an RSA exponent of one, under which anybody signs, holds nothing', async () => {
    const { n = '' } = rsaKey('strong').jwk;
    const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');
    const hash = createHash('sha256').update(data).digest();
    const padding = Buffer.alloc(256 - 3 - digestInfo.length - hash.length, 255);
    const forged = Buffer.concat([Buffer.of(0, 1), padding, Buffer.of(0), digestInfo, hash]);
    expect(await nodeCrypto.verify('RS256', { kty: 'RSA', n, e: 'AQ' }, forged, data)).toBe(false);
  });

  it('A10 RSA keys beyond any use hold nothing, at once', async () => {
    const n = base64UrlText(new Uint8Array(4_096).fill(255));
    const started = performance.now();
    expect(await nodeCrypto.verify('RS256', { kty: 'RSA', n, e: 'AQAB' }, new Uint8Array(4_096), data)).toBe(
      false,
    );
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('throws for nothing', async () => {
    const odd = [
      { kty: 'OKP', crv: 'Ed25519', x: '' },
      { kty: 'OKP', crv: 'Ed25519' },
      { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' },
      { kty: 'RSA', n: 'AA', e: 'AQAB' },
      { kty: 'oct' },
    ];
    for (const key of odd) {
      for (const algorithm of ['EdDSA', 'ES256', 'ES384', 'ES512', 'ES256K', 'RS256', 'PS512'] as const) {
        expect(await nodeCrypto.verify(algorithm, key, new Uint8Array(64), data)).toBe(false);
      }
    }
  });

  it('A11 a signature of another curve or hash holds nothing', async () => {
    const p256 = ecKey('P-256', 1);
    const signature = sign('sha384', data, { key: p256.privateKey, dsaEncoding: 'ieee-p1363' });
    expect(await nodeCrypto.verify('ES256', p256.jwk, signature, data)).toBe(false);
    expect(await nodeCrypto.verify('ES384', p256.jwk, signature, data)).toBe(false);
  });
});

describe('nodeCrypto.jwkFromPem', () => {
  it('reads SPKI and PKCS#1 alike', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const spki = publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const pkcs1 = publicKey.export({ format: 'pem', type: 'pkcs1' }).toString();
    expect(nodeCrypto.jwkFromPem(spki)).toEqual(nodeCrypto.jwkFromPem(pkcs1));
    expect(nodeCrypto.jwkFromPem(spki)?.kty).toBe('RSA');
  });

  it('takes no private key, no other text, and no mass of text', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    for (const text of [
      pem,
      '',
      'x',
      '-----BEGIN PUBLIC KEY-----',
      `${'x'.repeat(100_000)}${rsaKey('strong').pem}`,
    ]) {
      expect(nodeCrypto.jwkFromPem(text)).toBeNull();
    }
  });
});
