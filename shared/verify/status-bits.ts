import { base64UrlBytes } from '../base64.ts';
import { concatBytes } from '../bytes.ts';
import type { Json } from '../json.ts';
import { limits } from '../limits.ts';

/** The bits of a status list, or in what way it cannot be used. */
export type StatusBits =
  | { readonly kind: 'bits'; readonly bytes: Uint8Array }
  | { readonly kind: 'unusable'; readonly what: string };

/**
 * Unpacks an `encodedList` (Bitstring Status List, section 3.3): multibase `u` or plain base64url, then GZIP, never more
 * than the limit. Threats D06, D07.
 */
export async function unpackStatusList(encoded: Json | undefined, sizeBits: number): Promise<StatusBits> {
  if (typeof encoded !== 'string') return { kind: 'unusable', what: 'it holds no list' };
  const packed = base64UrlBytes(encoded.startsWith('uH4s') ? encoded.slice(1) : encoded);
  if (packed === null) return { kind: 'unusable', what: 'it is not written as base64url' };
  const bytes = await inflated(packed);
  if (bytes === null) return { kind: 'unusable', what: 'it does not unpack' };
  const entries = Math.floor((bytes.length * 8) / sizeBits);
  if (entries < limits.statusListMinimumEntries)
    return { kind: 'unusable', what: 'it is shorter than any list may be' };
  return { kind: 'bits', bytes };
}

/** The value at an index: most significant bit first; null beyond the end (Bitstring Status List, section 3.2). */
export function statusAt(bytes: Uint8Array, index: number, sizeBits: number): number | null {
  const start = index * sizeBits;
  if (start + sizeBits > bytes.length * 8) return null;
  let value = 0;
  for (let bit = start; bit < start + sizeBits; bit++) {
    value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
}

/** An index as a list counts: a whole number from 0, as number or in plain digits. Threat D05. */
export function statusIndex(value: Json | undefined): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^(0|[1-9][0-9]{0,8})$/.test(text)) return null;
  return Number(text);
}

/** GZIP by the platform's own stream, read piece by piece and left as soon as it is too much. */
async function inflated(packed: Uint8Array): Promise<Uint8Array | null> {
  const source = new Blob([Uint8Array.from(packed)]).stream();
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concatBytes(parts);
      length += value.length;
      if (length > limits.statusListBytes) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
}
