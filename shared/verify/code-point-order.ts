/// <reference path="./jsonld-modules.d.ts" />
import { type CanonizeLimits, canonizeOptions } from './canonize-options.ts';
import type { CryptoPort } from './ports.ts';

/** True where the order of UTF-16 units may not be that of code points: both kinds of characters are there. */
export function mayHaveTwoOrders(nquads: string): boolean {
  return aboveAll.test(nquads) && belowThose.test(nquads);
}

/**
 * Canonical N-Quads once more as RDFC-1.0 (section 2) orders them, by code points. The usual makers of proofs order by
 * UTF-16 units, which puts an emoji before a full-width letter. Null where it takes too long.
 */
export async function inCodePointOrder(
  nquads: string,
  options: CanonizeLimits,
  crypto: Pick<CryptoPort, 'hexDigest'>,
): Promise<string | null> {
  const { default: jsonld } = await import('jsonld');
  const digest = (text: string) => crypto.hexDigest(options.hash, swapped(text, true));
  try {
    const ordered = await jsonld.canonize(swapped(unnamed(nquads), false), {
      inputFormat: 'application/n-quads',
      canonizeOptions: canonizeOptions(options, digest),
    });
    return swapped(ordered, true);
  } catch {
    return null;
  }
}

/** The lines in the order of their code points. */
export function sortedByCodePoints(lines: readonly string[]): string[] {
  return lines
    .map((line) => swapped(line, false))
    .sort()
    .map((line) => swapped(line, true));
}

/** Blank nodes by names that are not canonical: such names would be kept. They begin a line, or end it. */
function unnamed(nquads: string): string {
  return nquads.replace(/^_:c14n|(?<= )_:c14n(?=\d+ (?:_:c14n\d+ )?\.$)/gm, '_:b');
}

/** Halves of characters beyond U+FFFF, which UTF-16 orders before those of U+E000 to U+FFFF. */
const aboveAll = /[\ud800-\udfff]/;
const belowThose = /[\ue000-\uffff]/;
const [halves, after, end, halfCount] = [0xd800, 0xe000, 0x10000, 0x800];

/**
 * The text with both ranges in each other's place, and back: the order of its UTF-16 units is then the order of the code
 * points of what it stands for. For sorting alone; nobody reads it.
 */
function swapped(text: string, isBack: boolean): string {
  const firstEnd = isBack ? end - halfCount : after;
  return text.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code < firstEnd ? code + (end - firstEnd) : code - (firstEnd - halves));
  });
}
