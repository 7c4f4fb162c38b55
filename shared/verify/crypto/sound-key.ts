import { base64UrlBytes, base64UrlText } from '../../base64.ts';
import { keyFits } from '../jwk.ts';
import { atFullLength, coordinateBytes, withoutZeros } from '../key-numbers.ts';
import type { PublicJwk, SignatureAlgorithm } from '../ports.ts';

/**
 * The key in the one spelling that every runtime takes: coordinates at their full length, numbers without leading zero
 * bytes. Null for a key that is not of the algorithm's kind, and for one under which anybody can make a signature or no
 * runtime checks one: an RSA exponent that is 1, even, or longer than 33 bits, a modulus of under 512 or over 8192 bits,
 * an Ed25519 point of small order or in a second spelling. So all runtimes judge alike. Threats A09 to A11.
 */
export function soundKey(algorithm: SignatureAlgorithm, key: PublicJwk): PublicJwk | null {
  if (!keyFits(algorithm, key)) return null;
  if (key.kty === 'RSA') return soundRsaKey(key);
  return key.kty === 'OKP' ? soundEd25519Key(key) : soundEcKey(key);
}

/**
 * True for a signature of the length that the algorithm and the key, which comes from `soundKey`, demand. For Ed25519 also: its point is not of small order and
 * its number is below the group's order, so that nobody can make a second signature of it (RFC 8032, 5.1.7).
 */
export function isSoundSignature(
  algorithm: SignatureAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
): boolean {
  if (algorithm === 'EdDSA') {
    return (
      signature.length === 64 &&
      !isSmallOrder(signature.subarray(0, 32)) &&
      isBelow(signature.subarray(32), ed25519Order)
    );
  }
  const size = key.crv === undefined ? undefined : coordinateBytes.get(key.crv);
  if (size !== undefined) return signature.length === 2 * size;
  return key.n !== undefined && signature.length === Math.floor((key.n.length * 3) / 4);
}

function soundRsaKey(key: PublicJwk): PublicJwk | null {
  const modulus = withoutZeros(bytesOf(key.n) ?? new Uint8Array());
  const exponent = withoutZeros(bytesOf(key.e) ?? new Uint8Array());
  const bits = bitLength(modulus);
  const isOdd = (number: Uint8Array) => (number.at(-1) ?? 0) % 2 === 1;
  if (bits < 512 || bits > 8_192 || !isOdd(modulus)) return null;
  if (bitLength(exponent) < 2 || bitLength(exponent) > 33 || !isOdd(exponent)) return null;
  return { kty: 'RSA', n: base64UrlText(modulus), e: base64UrlText(exponent) };
}

function soundEcKey({ kty, crv = '', x, y }: PublicJwk): PublicJwk | null {
  const size = coordinateBytes.get(crv);
  if (size === undefined) return null;
  const [ownX, ownY] = [bytesOf(x), bytesOf(y)];
  if (ownX === null || ownY === null) return null;
  const [fullX, fullY] = [atFullLength(ownX, size), atFullLength(ownY, size)];
  return fullX === null || fullY === null
    ? null
    : { kty, crv, x: base64UrlText(fullX), y: base64UrlText(fullY) };
}

function soundEd25519Key(key: PublicJwk): PublicJwk | null {
  const point = bytesOf(key.x);
  if (point?.length !== 32 || isSmallOrder(point) || !isBelow(withoutSign(point), ed25519Prime)) return null;
  return { kty: 'OKP', crv: 'Ed25519', x: base64UrlText(point) };
}

function isSmallOrder(point: Uint8Array): boolean {
  return smallOrderPoints.some((other) => isSameHeight(point, other));
}

/** Both are points of 32 bytes; the sign, which is the last bit, does not count. */
function isSameHeight(point: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < 31; at++) if (point[at] !== other[at]) return false;
  return ((point[31] ?? 0) & 0x7f) === other[31];
}

function withoutSign(point: Uint8Array): Uint8Array {
  return point.map((byte, index) => (index === 31 ? byte & 0x7f : byte));
}

/** Both little-endian and of the same length. */
function isBelow(number: Uint8Array, limit: Uint8Array): boolean {
  for (let at = limit.length - 1; at >= 0; at--) {
    const difference = (number[at] ?? 0) - (limit[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function bytesOf(member: string | undefined): Uint8Array | null {
  const bytes = member === undefined ? null : base64UrlBytes(member);
  return bytes === null || bytes.length === 0 || bytes.length > 2_048 ? null : bytes;
}

function bitLength(number: Uint8Array): number {
  const [first] = number;
  return first === undefined ? 0 : number.length * 8 - Math.clz32(first) + 24;
}

const ed25519Prime = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 0xed : at === 31 ? 0x7f : 0xff));
const ed25519Order = Uint8Array.of(
  ...[0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14],
  ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10],
);

/** The y coordinates of Ed25519 points of order 1, 2, 4 and 8, and their other spellings, without the sign bit. */
const smallOrderPoints: readonly Uint8Array[] = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map((text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
