import {
  checkPrimeSync,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import type { PublicJwk } from '../../../shared/verify/ports.ts';
import { weaknessOf } from '../../../shared/verify/weak-key.ts';
import { achievementCredential, assertion2 } from '../../factories/credentials.ts';
import { ed25519Key, rsaKey, type TestKey } from '../../factories/keys.ts';
import { check, codesOf, fakeDocuments } from '../../factories/ports.ts';
import { signJws } from '../../factories/sign-jws.ts';

const school = 'https://school.example.org';
const did = 'did:web:school.example.org';

/** A key as the faulty library made them: each prime is a power of 65537 modulo a product of small primes. */
function faultyKey(): TestKey {
  const small = Array.from({ length: 166 }, (_, at) => at + 2).filter((number) =>
    [2, 3, 5, 7, 11].every((divisor) => number === divisor || number % divisor !== 0),
  );
  const product = small.reduce((all, prime) => all * BigInt(prime), 1n);
  const [p, q] = [faultyPrime(product, 1_001n), faultyPrime(product, 77n)];
  const e = 65_537n;
  const d = inverse(e, (p - 1n) * (q - 1n));
  const jwk = {
    kty: 'RSA',
    ...Object.fromEntries(
      Object.entries({ n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }).map(
        ([name, value]) => [name, base64Url(value)],
      ),
    ),
  };
  const privateKey = createPrivateKey({ format: 'jwk', key: jwk });
  return { ...rsaKey('strong'), ...exported(privateKey) };
}

function exported(privateKey: KeyObject): Pick<TestKey, 'privateKey' | 'jwk' | 'pem'> {
  const publicKey = createPublicKey(privateKey);
  const { kty = '', n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return {
    privateKey,
    jwk: { kty, n, e },
    pem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  };
}

function faultyPrime(product: bigint, exponent: bigint): bigint {
  const rest = power(65_537n, exponent, product);
  for (let factor = (3n << 1_022n) / product; ; factor++) {
    const candidate = factor * product + rest;
    if (checkPrimeSync(candidate)) return candidate;
  }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let rest = exponent, factor = base; rest > 0n; rest >>= 1n, factor = (factor * factor) % modulus)
    if (rest & 1n) result = (result * factor) % modulus;
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (a > 1n) [a, b, x, y] = [b % a, a, y - (b / a) * x, x];
  return ((x % modulus) + modulus) % modulus;
}

function base64Url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

describe('A10 a key', () => {
  let faulty: TestKey;
  beforeAll(() => {
    faulty = faultyKey();
  });

  it('of the faulty generator is known by its modulus alone', () => {
    expect(weaknessOf(faulty.jwk)).toEqual({ code: 'proof/broken-key', facts: {}, isBroken: true });
  });

  it('of a good generator, or of another kind, is not taken for one', () => {
    const keys = Array.from(
      { length: 20 },
      () => generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey,
    );
    for (const key of keys) expect(weaknessOf(exported(key).jwk)?.code).toBe('proof/weak-key');
    const good: readonly PublicJwk[] = [rsaKey('strong').jwk, rsaKey('other').jwk, ed25519Key(1).jwk];
    expect(good.map(weaknessOf)).toEqual([null, null, null]);
  });

  it('of few bits is weak, of very few broken', () => {
    expect(weaknessOf(rsaKey('weak').jwk)).toEqual({
      code: 'proof/weak-key',
      facts: { bits: '1024' },
      isBroken: false,
    });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 768 });
    expect(weaknessOf(exported(privateKey).jwk)).toMatchObject({ code: 'proof/weak-key', isBroken: true });
  });

  it('of the faulty generator makes no token and no old badge green', async () => {
    const document: JsonObject = {
      id: did,
      verificationMethod: [
        { id: `${did}#1`, type: 'JsonWebKey', controller: did, publicKeyJwk: { ...faulty.jwk } },
      ],
      assertionMethod: [`${did}#1`],
    };
    const token = await signJws(achievementCredential(did), faulty, {
      alg: 'RS256',
      typ: 'vc+jwt',
      kid: `${did}#1`,
    });
    const answers = fakeDocuments({ [`${school}/.well-known/did.json`]: document });
    const modern = await check(token, { documents: answers });
    expect([modern.verdict, modern.report.issuerBinding.value]).toEqual(['unchecked', 'confirmed']);
    expect(codesOf(modern.report)).toContain('proof/broken-key');

    const old = await signJws(assertion2(), faulty, { alg: 'RS256' });
    const documents = fakeDocuments({
      [`${school}/issuer`]: {
        id: `${school}/issuer`,
        type: 'Issuer',
        name: 'x',
        publicKey: `${school}/keys/1`,
      },
      [`${school}/keys/1`]: { id: `${school}/keys/1`, owner: `${school}/issuer`, publicKeyPem: faulty.pem },
    });
    const legacy = await check(old, { documents });
    expect([legacy.verdict, legacy.report.integrity.value]).toEqual(['unchecked', 'unsupported']);
    expect(codesOf(legacy.report)).toContain('proof/broken-key');
  });
});
