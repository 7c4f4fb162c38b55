/** One value of DER (ITU-T X.690): its tag byte and its contents. */
export interface DerValue {
  readonly tag: number;
  readonly content: Uint8Array;
}

export const derTags = {
  integer: 0x02,
  bitString: 0x03,
  null: 0x05,
  objectIdentifier: 0x06,
  sequence: 0x30,
  /** `[0]`, constructed: the version of a certificate. */
  context0: 0xa0,
} as const;

/**
 * The values that lie one after the other in the bytes; null where the bytes are not wholly such values. Lengths are
 * definite and as short as they can be, tags one byte: all that keys and certificates need.
 */
export function derValues(bytes: Uint8Array): readonly DerValue[] | null {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    const length = lengthAt(bytes, at + 1);
    if ((tag & 0x1f) === 0x1f || length === null || length.end + length.value > bytes.length) return null;
    at = length.end + length.value;
    values.push({ tag, content: bytes.subarray(length.end, at) });
    if (values.length > maxValues) return null;
  }
  return values;
}

/** The values within the one sequence that the bytes are; null for anything else. */
export function derSequence(bytes: Uint8Array): readonly DerValue[] | null {
  const values = derValues(bytes);
  const [sequence] = values ?? [];
  return values?.length === 1 && sequence?.tag === derTags.sequence ? derValues(sequence.content) : null;
}

/** The bytes of a positive integer, without the zero byte that its sign may need; null for anything else. */
export function derUnsigned(value: DerValue | undefined): Uint8Array | null {
  if (value?.tag !== derTags.integer) return null;
  const [first, second] = value.content;
  if (first === undefined || first >= 0x80) return null;
  if (first !== 0) return value.content;
  return second !== undefined && second >= 0x80 ? value.content.subarray(1) : null;
}

/** The whole bytes of a bit string; null for another value and for one that ends within a byte. */
export function derBits(value: DerValue | undefined): Uint8Array | null {
  return value?.tag === derTags.bitString && value.content[0] === 0 ? value.content.subarray(1) : null;
}

function lengthAt(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < 0x80) return { value: first, end: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 3 || bytes[at + 1] === 0 || at + count >= bytes.length) return null;
  let value = 0;
  for (let byte = 1; byte <= count; byte++) value = value * 256 + (bytes[at + byte] ?? 0);
  return value < 0x80 ? null : { value, end: at + 1 + count };
}

/** A certificate has ten values in a row; a mass of them is an attack. */
const maxValues = 64;
