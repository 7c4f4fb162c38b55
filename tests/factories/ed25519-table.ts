import { createHash, sign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base64UrlText } from '../../shared/base64.ts';
import type { PublicJwk } from '../../shared/verify/ports.ts';
import { ed25519Key } from './keys.ts';
import type { SignatureCase } from './signature-table.ts';

type Point = typeof ed25519.Point.BASE;

/** Ed25519: the ordinary cases, and those crafted with points of small order, where implementations are known to differ. */
export function ed25519Cases(): readonly SignatureCase[] {
  const signer = ed25519Key(7);
  const good = sign(null, data, signer.privateKey);
  const number = littleEndian(good.subarray(32));
  const withNumber = (value: bigint) => Buffer.concat([good.subarray(0, 32), littleEndianBytes(value)]);
  const one = (name: string, signature: Uint8Array, holds = false, key: PublicJwk = signer.jwk) =>
    caseOf(name, key, signature, data, holds);
  return [
    one('as it should be', good, true),
    one('over other data', sign(null, Buffer.from('else'), signer.privateKey)),
    one('of another key', sign(null, data, ed25519Key(8).privateKey)),
    one('with the order added to its number', withNumber(number + order)),
    one('with twice the order added', withNumber(number + 2n * order)),
    one('with the number 0', withNumber(0n)),
    one('with the order as number', withNumber(order)),
    one('that lost its last byte', good.subarray(0, 63)),
    one('with one byte more', Buffer.concat([good, Buffer.of(0)])),
    one('of zeros alone', new Uint8Array(64)),
    one('of full bytes', new Uint8Array(64).fill(255)),
    one('of no bytes', new Uint8Array()),
    ...[0, 31, 32, 63].map((place) =>
      one(
        `with a changed bit in byte ${place}`,
        good.map((byte, at) => (at === place ? byte ^ 1 : byte)),
      ),
    ),
    one(
      'under a point of 31 bytes',
      good,
      false,
      keyOf(Buffer.from(signer.jwk.x ?? '', 'base64url').subarray(1)),
    ),
    one('under a point that is none', good, false, keyOf(Buffer.alloc(32, 2))),
    one('under a curve for encryption', good, false, { ...signer.jwk, crv: 'X25519' }),
    ...smallOrderCases(),
    ...mixedOrderCases(),
  ];
}

/** Keys under which one signature holds over anything: the identity and its like, in each of their spellings. */
function smallOrderCases(): readonly SignatureCase[] {
  const identity = littleEndianBytes(1n);
  const trivial = Buffer.concat([identity, Buffer.alloc(32)]);
  const spellings = [0n, 1n, prime - 1n, prime, prime + 1n, ...torsion().map(({ y }) => y)];
  return spellings.flatMap((y, at) =>
    [0, 0x80].map((sign) => {
      const point = littleEndianBytes(y);
      point[31] = (point[31] ?? 0) | sign;
      return caseOf(`under a point of small order, ${at} ${sign}`, keyOf(point), trivial, data, false);
    }),
  );
}

/**
 * Signatures by somebody who put a point of small order into the own key or signature. They satisfy the equation times
 * eight; they hold without it only where the challenge happens to be a multiple of eight.
 */
function mixedOrderCases(): readonly SignatureCase[] {
  const secret = 123_456_789n;
  const nonce = 987_654_321n;
  const small = ed25519.Point.fromAffine(torsion()[0] ?? { x: 0n, y: 1n });
  const key = ed25519.Point.BASE.multiply(secret).add(small);
  const point = ed25519.Point.BASE.multiply(nonce);
  const found: SignatureCase[] = [];
  for (let tries = 0; found.length < 2; tries++) {
    const message = Buffer.from(`message ${tries}`);
    const factor = challenge(point, key, message);
    const holds = factor % 8n === 0n;
    if (found.some((each) => each.holds === holds)) continue;
    const signature = Buffer.concat([point.toBytes(), littleEndianBytes((nonce + factor * secret) % order)]);
    found.push(
      caseOf(
        `of a key with a part of small order, ${holds}`,
        keyOf(key.toBytes()),
        signature,
        message,
        holds,
      ),
    );
  }
  const plainKey = ed25519.Point.BASE.multiply(secret);
  const oddPoint = point.add(small);
  const factor = challenge(oddPoint, plainKey, data);
  const odd = Buffer.concat([oddPoint.toBytes(), littleEndianBytes((nonce + factor * secret) % order)]);
  const own = challenge(small, plainKey, data);
  const bare = Buffer.concat([small.toBytes(), littleEndianBytes((own * secret) % order)]);
  return [
    ...found,
    caseOf('whose point has a part of small order', keyOf(plainKey.toBytes()), odd, data, false),
    caseOf('whose point is of small order', keyOf(plainKey.toBytes()), bare, data, false),
  ];
}

function challenge(point: Point, key: Point, message: Uint8Array): bigint {
  const hash = createHash('sha512').update(point.toBytes()).update(key.toBytes()).update(message).digest();
  return littleEndian(hash) % order;
}

/** A point of order eight, and its double and negative doubles. */
function torsion(): readonly { readonly x: bigint; readonly y: bigint }[] {
  for (let tries = 2n; ; tries++) {
    try {
      // Any point times the order of the big group lies in the small one.
      const random = ed25519.Point.fromBytes(new Uint8Array(littleEndianBytes(tries)), true);
      let point = random.multiplyUnsafe(order - 1n).add(random);
      if (point.double().double().is0()) continue;
      const all: { x: bigint; y: bigint }[] = [];
      for (let count = 0; count < 4; count++, point = point.double()) {
        if (!point.is0()) all.push(point.toAffine());
      }
      return all;
    } catch {
      // Half of the numbers are no y of a point.
    }
  }
}

function caseOf(
  name: string,
  key: PublicJwk,
  signature: Uint8Array,
  message: Uint8Array,
  holds: boolean,
): SignatureCase {
  return {
    name: `EdDSA ${name}`,
    algorithm: 'EdDSA',
    key,
    holds,
    signature: base64UrlText(new Uint8Array(signature)),
    data: base64UrlText(new Uint8Array(message)),
  };
}

function keyOf(point: Uint8Array): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x: base64UrlText(new Uint8Array(point)) };
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
}

function littleEndianBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
}

const data = Buffer.from('what was signed');
const order = ed25519.Point.Fn.ORDER;
const prime = 2n ** 255n - 19n;
