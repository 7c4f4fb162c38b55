import fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { readCompactJws } from '../../../shared/badge/jws-text.ts';
import type { Json } from '../../../shared/json.ts';
import { algorithmOf, isJwsSignedBy } from '../../../shared/verify/jws.ts';
import type { SignatureAlgorithm } from '../../../shared/verify/ports.ts';
import { ecKey, ed25519Key, rsaKey, type TestKey } from '../../factories/keys.ts';
import { signJws } from '../../factories/sign-jws.ts';

const signers: readonly (readonly [SignatureAlgorithm, TestKey, TestKey])[] = [
  ['RS256', rsaKey('strong'), rsaKey('other')],
  ['RS384', rsaKey('strong'), rsaKey('other')],
  ['RS512', rsaKey('strong'), rsaKey('other')],
  ['PS256', rsaKey('strong'), rsaKey('other')],
  ['PS384', rsaKey('strong'), rsaKey('other')],
  ['PS512', rsaKey('strong'), rsaKey('other')],
  ['ES256', ecKey('P-256', 3), ecKey('P-256', 4)],
  ['ES384', ecKey('P-384', 3), ecKey('P-384', 4)],
  ['EdDSA', ed25519Key(3), ed25519Key(4)],
];

describe.each(signers)('a token signed by %s', (algorithm, key, other) => {
  const token = signJws({ id: 'urn:uuid:1', name: 'Welding' }, key, { alg: algorithm });
  const holds = (text: string, by: TestKey, as = algorithm) =>
    isJwsSignedBy(readCompactJws(text), as, by.jwk, nodeCrypto);

  it('holds under its key, under no other, and the same each time it is asked', async () => {
    for (let round = 0; round < 3; round++) {
      expect(await holds(token, key)).toBe(true);
      expect(await holds(token, other)).toBe(false);
    }
  });

  it('does not hold by another algorithm', async () => {
    for (const [as] of signers) if (as !== algorithm) expect(await holds(token, key, as)).toBe(false);
  });

  it('holds exactly where jose says so, whichever bits of the signature changed', async () => {
    const imported = await importJWK({ ...key.jwk }, algorithm);
    const start = token.lastIndexOf('.') + 1;
    const bits = Buffer.from(token.slice(start), 'base64url').length * 8;
    const changes = fc.uniqueArray(fc.nat({ max: bits - 1 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (flips) => {
        const signature = Buffer.from(token.slice(start), 'base64url');
        for (const bit of flips) signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const changed = token.slice(0, start) + signature.toString('base64url');
        const theirs = await compactVerify(changed, imported, { algorithms: [algorithm] }).then(
          () => true,
          () => false,
        );
        expect(await holds(changed, key)).toBe(theirs);
        expect(theirs).toBe(flips.length === 0);
      }),
      { numRuns: process.env.LONG === '1' ? 2_000 : 40 },
    );
  });
});

describe('A01 A02 the algorithm that a header names', () => {
  it.each<readonly [Json | undefined, object]>([
    ['ES256', { kind: 'algorithm', algorithm: 'ES256' }],
    ['Ed25519', { kind: 'algorithm', algorithm: 'EdDSA' }],
    ['none', { kind: 'forbidden', name: 'none' }],
    ['nOnE', { kind: 'forbidden', name: 'nOnE' }],
    ['HS512', { kind: 'forbidden', name: 'HS512' }],
    ['es256', { kind: 'unsupported', name: 'es256' }],
    ['RS1', { kind: 'unsupported', name: 'RS1' }],
    [undefined, { kind: 'forbidden', name: '' }],
    [null, { kind: 'forbidden', name: '' }],
    [256, { kind: 'forbidden', name: '' }],
    [['ES256'], { kind: 'forbidden', name: '' }],
  ])('%j is answered by %j', (alg, answer) => {
    expect(algorithmOf({ header: alg === undefined ? {} : { alg } })).toEqual(answer);
  });
});
