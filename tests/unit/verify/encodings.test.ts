import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/json.ts';
import { base58Bytes, base58Text } from '../../../shared/verify/base58.ts';
import { canonicalJson } from '../../../shared/verify/canonical-json.ts';
import { publicJwk, rsaBits } from '../../../shared/verify/jwk.ts';
import { jwkFromMultikey } from '../../../shared/verify/multikey.ts';
import { isCorePath, unsignedPaths } from '../../../shared/verify/unsigned-paths.ts';
import { ecKey, ed25519Key, rsaKey } from '../../factories/keys.ts';

describe('base58btc', () => {
  it('gives every bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), (bytes) => {
        expect(base58Bytes(base58Text(bytes))).toEqual(bytes);
      }),
      { seed: 20261122 },
    );
  });

  it('is the number of its digits, behind a zero for each leading one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9A-HJ-NP-Za-km-z]{1,60}$/), (text) => {
        const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
        const number = [...text].reduce((sum, digit) => sum * 58n + BigInt(digits.indexOf(digit)), 0n);
        const zeros = /^1*/.exec(text)?.[0].length ?? 0;
        const hex = number === 0n ? '' : number.toString(16);
        const whole = hex.length % 2 === 0 ? hex : `0${hex}`;
        const wanted = [...new Uint8Array(zeros), ...Buffer.from(whole, 'hex')];
        expect([...(base58Bytes(text) ?? [])]).toEqual(wanted);
      }),
      { seed: 20261122 },
    );
  });

  it('B12 refuses letters of another alphabet, nothing, and masses', () => {
    for (const text of ['0', 'O', 'I', 'l', 'a b', '', '2'.repeat(1_000_000)])
      expect(base58Bytes(text)).toBeNull();
  });
});

describe('jwkFromMultikey', () => {
  it.each([ed25519Key(5), ecKey('P-256', 5), ecKey('P-384', 5)])('gives the key of $multikey', (key) => {
    expect(jwkFromMultikey(key.multikey)).toEqual(key.jwk);
  });

  it('refuses another base, another kind of key, and a wrong length', () => {
    const { multikey } = ed25519Key(5);
    for (const text of [
      `u${multikey.slice(1)}`,
      multikey.slice(0, -1),
      `${multikey}1`,
      'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc',
      'z',
      '',
    ]) {
      expect(jwkFromMultikey(text)).toBeNull();
    }
  });
});

describe('publicJwk', () => {
  it('takes no key that gives its secret away, is symmetric, or is for encryption', () => {
    const { jwk } = ed25519Key(5);
    for (const members of [{ d: 'AQ' }, { k: 'AQ' }, { use: 'enc' }, { x: '=' }, { x: '' }]) {
      expect(publicJwk({ ...jwk, ...members })).toBeNull();
    }
    expect(publicJwk({ ...jwk, kid: 'x', alg: 'EdDSA' })).toEqual(jwk);
  });

  it('A10 gives the same key the same text, and a weak one no strength, whatever zeros stand before its numbers', () => {
    const padded = (text: string | undefined, zeros: number) =>
      Buffer.concat([Buffer.alloc(zeros), Buffer.from(text ?? '', 'base64url')]).toString('base64url');
    for (const { jwk } of [rsaKey('strong'), rsaKey('weak')]) {
      for (const zeros of [1, 130]) {
        const key = publicJwk({ kty: 'RSA', n: padded(jwk.n, zeros), e: padded(jwk.e, zeros) });
        expect(key).toEqual(jwk);
        expect(key && rsaBits(key)).toBe(rsaBits(jwk));
      }
    }
    const { jwk } = ecKey('P-256', 5);
    expect(publicJwk({ ...jwk, x: padded(jwk.x, 1), y: padded(jwk.y, 1) })).toEqual(jwk);
    const short = { kty: 'EC', crv: 'P-256', x: Buffer.alloc(31, 7).toString('base64url'), y: jwk.y ?? '' };
    expect(publicJwk(short)).toMatchObject({ x: padded(short.x, 1) });
    expect(publicJwk({ ...short, x: Buffer.alloc(33, 7).toString('base64url') })).toBeNull();
    for (const n of ['', 'AA', 'AAAA']) expect(publicJwk({ kty: 'RSA', n, e: 'AQAB' })).toBeNull();
  });

  it('knows how strong an RSA key is', () => {
    expect(rsaBits(rsaKey('strong').jwk)).toBe(2_048);
    expect(rsaBits(rsaKey('weak').jwk)).toBe(1_024);
    expect(rsaBits(ed25519Key(5).jwk)).toBeNull();
  });
});

describe('canonicalJson', () => {
  it.each<readonly [Json, string]>([
    [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    [
      { '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5 },
      '{"\\r":2,"1":3,"\u20ac":1,"\ud83d\ude00":4,"\ufb33":5}',
    ],
    [
      [1e21, 1e-7, 333333333.3333333, 4.5, 2e-3, 1e30, -0, 1.0],
      '[1e+21,1e-7,333333333.3333333,4.5,0.002,1e+30,0,1]',
    ],
    ['\u000f\n"\\/\u2028', '"\\u000f\\n\\"\\\\/\u2028"'],
  ])('B18 writes %j in the one spelling of RFC 8785', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('B18 keeps composed and decomposed letters apart', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'));
  });
});

describe('unsignedPaths', () => {
  const document = {
    gpa: 1,
    credentialSubject: { gpa: 2, note: 'x', achievement: { gpa: { deep: 3 } } },
    type: ['A', 'B'],
  };

  it('names every place of a dropped word, and nothing below it twice', () => {
    expect(unsignedPaths(document, [{ kind: 'property', text: 'gpa' }])).toEqual([
      '/credentialSubject/achievement/gpa',
      '/credentialSubject/gpa',
      '/gpa',
    ]);
    expect(unsignedPaths(document, [{ kind: 'value', text: 'B' }])).toEqual(['/type/1']);
  });

  it('is the whole document where the loss cannot be placed', () => {
    expect(unsignedPaths(document, [{ kind: 'unclear', text: '' }])).toEqual(['']);
    expect(unsignedPaths(document, [{ kind: 'property', text: 'none' }])).toEqual(['']);
  });

  it('writes odd names as JSON pointers do', () => {
    expect(unsignedPaths({ 'a/b~c': 1 }, [{ kind: 'property', text: 'a/b~c' }])).toEqual(['/a~1b~0c']);
  });

  it.each([
    '',
    '/issuer',
    '/issuer/name',
    '/credentialSubject',
    '/credentialSubject/0/achievement/1/gpa',
    '/credentialSubject/id',
    '/validUntil',
    '/type/1',
    '/proof/created',
    '/id',
  ])('losing %j would change what the badge says', (path) => {
    expect(isCorePath(path)).toBe(true);
  });

  it.each(['/gpa', '/evidence/0/x', '/credentialStatus', '/credentialSubject/note', '/name', '/idx'])(
    'losing %j would not',
    (path) => {
      expect(isCorePath(path)).toBe(false);
    },
  );
});
