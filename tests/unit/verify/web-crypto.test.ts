import { createPublicKey, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { webCrypto } from '../../../shared/verify/web-crypto.ts';
import { cryptoTables } from '../../factories/crypto-tables.ts';
import { rsaKey } from '../../factories/keys.ts';
import { type CryptoTables, cryptoDeviations } from '../../runtimes/crypto-suite.ts';

let tables: CryptoTables;
beforeAll(() => {
  tables = cryptoTables();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the table of keys and signatures', () => {
  it('A08 A09 A10 A11 is judged as it should be by Node’s cryptography', async () => {
    expect(await cryptoDeviations(tables, nodeCrypto)).toEqual([]);
  });

  it('A08 A09 A10 A11 is judged as it should be by a page’s', async () => {
    expect(await cryptoDeviations(tables, webCrypto)).toEqual([]);
  });

  it('is judged as it should be in code alone, where a page has no cryptography', async () => {
    vi.stubGlobal('crypto', {});
    expect(await cryptoDeviations(tables, webCrypto)).toEqual([]);
  });

  it('is judged as it should be where a page knows no Ed25519 and no RSA keys of that size', async () => {
    const { subtle } = globalThis.crypto;
    const importKey = async (format: 'jwk', key: JsonWebKey, algorithm: { name: string }) => {
      if (algorithm.name === 'Ed25519' || algorithm.name.startsWith('RSA'))
        throw new DOMException('', 'NotSupportedError');
      return subtle.importKey(format, key, algorithm, false, ['verify']);
    };
    vi.stubGlobal('crypto', { subtle: { importKey, verify: subtle.verify.bind(subtle) } });
    expect(await cryptoDeviations(tables, webCrypto)).toEqual([]);
  });

  it('notices a cryptography that says yes to all', async () => {
    const deviations = await cryptoDeviations(tables, { ...nodeCrypto, verify: async () => true });
    expect(deviations.length).toBe(tables.signatures.filter(({ holds }) => !holds).length);
    expect(deviations.length).toBeGreaterThan(150);
  });
});

describe('jwkFromPem', () => {
  it('finds the key of every certificate that Node trusts, as Node does', () => {
    for (const text of rootCertificates) {
      const {
        x = null,
        y = null,
        n = null,
        e = null,
      } = new X509Certificate(text).publicKey.export({ format: 'jwk' });
      const found = webCrypto.jwkFromPem(text);
      expect({ x: found?.x ?? null, y: found?.y ?? null, n: found?.n ?? null, e: found?.e ?? null }).toEqual({
        x,
        y,
        n,
        e,
      });
    }
    expect(rootCertificates.length).toBeGreaterThan(50);
  });

  it('H never throws, and never finds another key than Node in a damaged text', () => {
    const pem = rsaKey('weak').pem;
    const body = Buffer.from(pem.replace(/-----.*?-----/g, ''), 'base64');
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(body);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const text = `-----BEGIN PUBLIC KEY-----\n${bytes.toString('base64')}\n-----END PUBLIC KEY-----`;
        const found = webCrypto.jwkFromPem(text);
        if (found === null) return;
        const { n = '', e = '' } = createPublicKey(text).export({ format: 'jwk' });
        expect(found).toEqual({ kty: 'RSA', n, e });
      }),
      { numRuns: 500 },
    );
  });
});
