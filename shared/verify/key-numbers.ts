/** Bytes of a coordinate on each curve of JOSE, by its JWK name (RFC 7518, 6.2.1; RFC 8812). */
export const coordinateBytes: ReadonlyMap<string, number> = new Map([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
  ['secp256k1', 32],
]);

/** A big-endian number without leading zero bytes; empty for zero. */
export function withoutZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? new Uint8Array() : bytes.subarray(first);
}

/** A big-endian number in just so many bytes; null where it takes more. */
export function atFullLength(bytes: Uint8Array, size: number): Uint8Array | null {
  const digits = withoutZeros(bytes);
  if (digits.length > size) return null;
  const full = new Uint8Array(size);
  full.set(digits, size - digits.length);
  return full;
}
