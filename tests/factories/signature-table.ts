import {
  constants,
  createHash,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  sign,
} from 'node:crypto';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { base64UrlText } from '../../shared/base64.ts';
import type { PublicJwk, SignatureAlgorithm } from '../../shared/verify/ports.ts';
import { ed25519Cases } from './ed25519-table.ts';
import { rsaKey } from './keys.ts';

/** One signature, and whether it holds. Bytes in base64url, so that the table travels to any runtime as JSON. */
export interface SignatureCase {
  readonly name: string;
  readonly algorithm: SignatureAlgorithm;
  readonly key: PublicJwk;
  readonly signature: string;
  readonly data: string;
  readonly holds: boolean;
}

/** Good and bad signatures of every algorithm, and odd keys: what each runtime must judge alike. Threats A08 to A11, A24. */
export function signatureTable(): readonly SignatureCase[] {
  return [...ecdsaCases(), ...ed25519Cases(), ...rsaCases()];
}

const data = Buffer.from('what was signed');

function ecdsaCases(): readonly SignatureCase[] {
  return (
    [
      ['ES256', 'P-256', p256, 32, 'sha256'],
      ['ES384', 'P-384', p384, 48, 'sha384'],
      ['ES512', 'P-521', p521, 66, 'sha512'],
      ['ES256K', 'secp256k1', secp256k1, 32, 'sha256'],
    ] as const
  ).flatMap(([algorithm, crv, curve, size]) => {
    const order = curve.Point.Fn.ORDER;
    const jwkOf = (secret: Uint8Array) => {
      const point = curve.getPublicKey(secret, false);
      return {
        kty: 'EC',
        crv,
        x: base64UrlText(point.slice(1, 1 + size)),
        y: base64UrlText(point.slice(1 + size)),
      };
    };
    const secret = secretOf(size, 7);
    const key = jwkOf(secret);
    const good = curve.sign(data, secret, { lowS: false });
    const r = numberOf(good.slice(0, size));
    const s = numberOf(good.slice(size));
    const one = (name: string, signature: Uint8Array, holds = false, under: PublicJwk = key) =>
      caseOf(`${algorithm} ${name}`, algorithm, under, signature, holds);
    const pair = (first: bigint, second: bigint) =>
      Buffer.concat([bytesOf(first, size), bytesOf(second, size)]);
    const short = shortKey(size, (candidate) => jwkOf(secretOf(size, candidate)));
    const shortGood = curve.sign(data, secretOf(size, short.seed));
    const x = Buffer.from(key.x, 'base64url');
    return [
      one('as it should be', good, true),
      one('over other data', curve.sign(Buffer.from('else'), secret)),
      one('of another key', curve.sign(data, secretOf(size, 8))),
      one('with s in the other half', pair(r, order - s), true),
      one('in DER', Buffer.from(new curve.Signature(r, s).toBytes('der'))),
      one('with r = 0', pair(0n, s)),
      one('with s = 0', pair(r, 0n)),
      one('of zeros alone', pair(0n, 0n)),
      one('of ones', pair(1n, 1n)),
      one('with r = the order', pair(order, s)),
      one('with s = the order', pair(r, order)),
      one('with r and s exchanged', pair(s, r)),
      one('of full bytes', new Uint8Array(2 * size).fill(255)),
      one('that lost its last byte', good.slice(0, -1)),
      one('with one byte more', Buffer.concat([good, Buffer.of(0)])),
      one(
        'with zeros before each half',
        Buffer.concat([Buffer.of(0), bytesOf(r, size), bytesOf(s, size + 1)]),
      ),
      one('of no bytes', new Uint8Array()),
      ...flips(good).map((flipped, at) => one(`with a changed bit, ${at}`, flipped)),
      one('under a key without its leading zero', shortGood, true, short.stripped),
      one('under the same key at full length', shortGood, true, short.full),
      one('under a key with a zero too many', good, true, {
        ...key,
        x: base64UrlText(Buffer.concat([Buffer.of(0), x])),
      }),
      one('under a point off the curve', good, false, { ...key, y: key.x }),
      one('under infinity', good, false, { ...key, x: zeros(size), y: zeros(size) }),
      one('under a key without y', good, false, { kty: 'EC', crv, x: key.x }),
      one('under the key of another curve', good, false, {
        ...key,
        crv: crv === 'P-256' ? 'P-384' : 'P-256',
      }),
      one('under an RSA key', good, false, rsaKey('strong').jwk),
    ];
  });
}

function rsaCases(): readonly SignatureCase[] {
  const strong = rsaKey('strong');
  const weak = rsaKey('weak');
  const tiny = fresh(512, 65_537);
  const cubic = fresh(1024, 3);
  const long = fresh(3072, 65_537);
  const modulus = numberOf(Buffer.from(String(strong.jwk.n), 'base64url'));
  const one = (
    name: string,
    algorithm: SignatureAlgorithm,
    signature: Uint8Array,
    holds = false,
    key: PublicJwk = strong.jwk,
  ) => caseOf(`${algorithm} ${name}`, algorithm, key, signature, holds);
  const pkcs1 = signed('RS256', strong.privateKey);
  const plain = (message: Uint8Array) =>
    privateEncrypt({ key: strong.privateKey, padding: constants.RSA_NO_PADDING }, message);
  const every = (['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const).flatMap((algorithm) => {
    const good = signed(algorithm, strong.privateKey);
    return [
      one('as it should be', algorithm, good, true),
      one('of a key of 3072 bits', algorithm, signed(algorithm, long.privateKey), true, long.jwk),
      one('over other data', algorithm, signed(algorithm, strong.privateKey, Buffer.from('else'))),
      one('of another key', algorithm, signed(algorithm, rsaKey('other').privateKey)),
      one('that lost its last byte', algorithm, good.subarray(0, -1)),
      one('with a zero before it', algorithm, Buffer.concat([Buffer.of(0), good])),
      one('of zeros alone', algorithm, new Uint8Array(256)),
      one('of the number one', algorithm, bytesOf(1n, 256)),
      one('of the modulus', algorithm, bytesOf(modulus, 256)),
      one('of no bytes', algorithm, new Uint8Array()),
      ...flips(good).map((flipped, at) => one(`with a changed bit, ${at}`, algorithm, flipped)),
      one('under a modulus with a leading zero byte', algorithm, good, true, {
        ...strong.jwk,
        n: base64UrlText(Buffer.concat([Buffer.of(0), Buffer.from(String(strong.jwk.n), 'base64url')])),
      }),
    ];
  });
  const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');
  const withoutNull = Buffer.from('302f300b06096086480165030402010420', 'hex');
  const hash = createHash('sha256').update(data).digest();
  return [
    ...every,
    one('of a key of 1024 bits', 'RS256', signed('RS256', weak.privateKey), true, weak.jwk),
    one('of a key of 1024 bits', 'PS256', signed('PS256', weak.privateKey), true, weak.jwk),
    one('of a key of 512 bits', 'RS256', signed('RS256', tiny.privateKey), true, tiny.jwk),
    one('that cannot fit a key of 512 bits', 'RS512', new Uint8Array(64).fill(1), false, tiny.jwk),
    one('that cannot fit a key of 1024 bits', 'PS512', new Uint8Array(128).fill(1), false, weak.jwk),
    one('with the exponent 3', 'RS256', signed('RS256', cubic.privateKey), true, cubic.jwk),
    one('of the other kind of padding', 'PS256', pkcs1),
    one('of the other kind of padding', 'RS256', signed('PS256', strong.privateKey)),
    one('of another hash', 'RS384', pkcs1),
    one('with no salt', 'PS256', pssWithSalt(0)),
    one('with a longer salt', 'PS256', pssWithSalt(64)),
    one('with padding made by hand', 'RS256', plain(padded(digestInfo, hash)), true),
    one('without the null of its hash', 'RS256', plain(padded(withoutNull, hash))),
    one('with text after its hash', 'RS256', plain(padded(digestInfo, hash, 40))),
    one('with padding of one byte', 'RS256', plain(padded(digestInfo, hash, 0, 0xfe))),
    one('forged by a cube root under the exponent 3', 'RS256', cubeRoot(digestInfo, hash), false, {
      ...strong.jwk,
      e: 'Aw',
    }),
    one('under the exponent 1', 'RS256', padded(digestInfo, hash), false, { ...strong.jwk, e: 'AQ' }),
    one('under an even exponent', 'RS256', pkcs1, false, { ...strong.jwk, e: 'AQAA' }),
    one('under an exponent of 40 bits', 'RS256', pkcs1, false, { ...strong.jwk, e: '_____w' }),
    one('under an even modulus', 'RS256', pkcs1, false, {
      ...strong.jwk,
      n: base64UrlText(bytesOf(modulus - 1n, 256)),
    }),
    one('under a modulus of 2 kB', 'RS256', new Uint8Array(2_048), false, {
      ...strong.jwk,
      n: base64UrlText(new Uint8Array(2_048).fill(255)),
    }),
    one('under a key without exponent', 'RS256', pkcs1, false, { kty: 'RSA', n: String(strong.jwk.n) }),
  ];
}

function signed(algorithm: string, key: KeyObject, what = data): Buffer {
  const padding = algorithm.startsWith('PS') ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const salt = algorithm.startsWith('PS') ? { saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {};
  try {
    return sign(`sha${algorithm.slice(2)}`, what, { key, padding, ...salt });
  } catch (error) {
    throw new Error(`the factory cannot sign ${algorithm}`, { cause: error });
  }
}

function pssWithSalt(saltLength: number): Buffer {
  const { privateKey: key } = rsaKey('strong');
  return sign('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
}

/** A message of 2048 bits: `00 01 FF … 00 info hash`, zeros after it, and another filler than FF. */
function padded(info: Uint8Array, hash: Uint8Array, after = 0, filler = 0xff): Buffer {
  const end = Buffer.concat([Buffer.of(0), info, hash, Buffer.alloc(after)]);
  return Buffer.concat([Buffer.of(0, 1), Buffer.alloc(256 - 2 - end.length, filler), end]);
}

/** A number whose cube begins as a message should: whoever does not look at the end takes it. */
function cubeRoot(info: Uint8Array, hash: Uint8Array): Buffer {
  const start = Buffer.concat([Buffer.of(0, 1), Buffer.alloc(8, 255), Buffer.of(0), info, hash]);
  const wanted = numberOf(Buffer.concat([start, Buffer.alloc(256 - start.length, 255)]));
  let low = 0n;
  let high = 1n << 700n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** 3n <= wanted) low = middle;
    else high = middle - 1n;
  }
  return bytesOf(low, 256);
}

function fresh(modulusLength: number, publicExponent: number) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength, publicExponent });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, jwk: { kty: 'RSA', n, e } };
}

/** A key whose x begins with a zero byte, and the same as careless programs write it. */
function shortKey(size: number, jwkAt: (seed: number) => { kty: string; crv: string; x: string; y: string }) {
  for (let seed = 1; ; seed++) {
    const full = jwkAt(seed);
    const x = Buffer.from(full.x, 'base64url');
    // The first byte of a coordinate of P-521 holds one bit alone.
    if (x[0] === 0 && (size !== 66 || x[1] !== 0)) {
      return { seed, full, stripped: { ...full, x: base64UrlText(x.subarray(1)) } };
    }
  }
}

function secretOf(size: number, seed: number): Uint8Array {
  const secret = createHash('sha512').update(`secret ${seed}`).digest();
  return new Uint8Array(Buffer.concat([Buffer.alloc(size), secret.subarray(0, 31)]).subarray(-size));
}

function flips(signature: Uint8Array): readonly Uint8Array[] {
  return [0, Math.floor(signature.length / 2), signature.length - 1].map((place) =>
    signature.map((byte, at) => (at === place ? byte ^ 1 : byte)),
  );
}

function caseOf(
  name: string,
  algorithm: SignatureAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
  holds: boolean,
): SignatureCase {
  return {
    name,
    algorithm,
    key,
    holds,
    signature: base64UrlText(new Uint8Array(signature)),
    data: base64UrlText(new Uint8Array(data)),
  };
}

function zeros(length: number): string {
  return base64UrlText(new Uint8Array(length));
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function bytesOf(value: bigint, length: number): Buffer {
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
}
