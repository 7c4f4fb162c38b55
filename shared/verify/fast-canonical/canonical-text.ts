import type { CryptoPort } from '../ports.ts';
import { distinct, type Quad, type QuadSet } from './quads.ts';

/**
 * Canonical N-Quads (RDFC-1.0) of triples whose blank nodes all differ in their first-degree hash; null where two are
 * alike, since then their order takes more than this, and where it is unsure whether a triple counts once or twice.
 */
export function canonicalText(
  { quads, blankNodes }: QuadSet,
  hash: 'sha256' | 'sha384',
  crypto: CryptoPort,
): string | null {
  const digest = (text: string) => crypto.hexDigest(hash, text);
  const lines = sortedLines(quads, blankNodes, digest);
  if (lines === null) return null;
  if (!hasRepetition(lines)) return lines.join('');
  const once = distinct(quads);
  return once && (sortedLines(once, blankNodes, digest)?.join('') ?? null);
}

type Digest = (text: string) => string;

/**
 * Sorted by subject, then by the rest. A subject ends where no other goes on, or its end sorts before any character of a
 * longer one, so this is the order of the whole lines.
 */
function sortedLines(quads: readonly Quad[], blankNodes: number, digest: Digest): readonly string[] | null {
  const labels = labelsOf(quads, blankNodes, digest);
  if (labels === null) return null;
  const restsOf = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads) {
    const name = typeof subject === 'number' ? (labels[subject] ?? '') : subject;
    const rest = `${predicate}${typeof object === 'number' ? (labels[object] ?? '') : object} .\n`;
    const rests = restsOf.get(name);
    if (rests === undefined) restsOf.set(name, [rest]);
    else rests.push(rest);
  }
  const lines: string[] = [];
  for (const name of [...restsOf.keys()].sort()) {
    for (const rest of restsOf.get(name)?.sort() ?? []) lines.push(name + rest);
  }
  return lines;
}

function hasRepetition(sorted: readonly string[]): boolean {
  for (let at = 1; at < sorted.length; at++) if (sorted[at] === sorted[at - 1]) return true;
  return false;
}

/** The canonical label of each blank node, in the order of their hashes. */
function labelsOf(quads: readonly Quad[], blankNodes: number, digest: Digest): readonly string[] | null {
  const mentions = Array.from({ length: blankNodes }, (): string[] => []);
  for (const { subject, predicate, object } of quads) {
    if (typeof subject === 'number') {
      const other = typeof object !== 'number' ? object : object === subject ? '_:a' : '_:z';
      mentions[subject]?.push(`_:a${predicate}${other} .\n`);
    }
    if (typeof object === 'number' && object !== subject) {
      mentions[object]?.push(`${typeof subject === 'number' ? '_:z' : subject}${predicate}_:a .\n`);
    }
  }
  const nodeOfHash = new Map<string, number>();
  mentions.forEach((lines, node) => {
    nodeOfHash.set(digest(firstDegree(lines)), node);
  });
  if (nodeOfHash.size !== blankNodes) return null;
  const labels: string[] = [];
  [...nodeOfHash.keys()].sort().forEach((hash, index) => {
    labels[nodeOfHash.get(hash) ?? 0] = `_:c14n${index}`;
  });
  return labels;
}

/** All that is said of a node, itself as `_:a` and every other blank node as `_:z` (RDFC-1.0, section 4.6). */
function firstDegree(lines: string[]): string {
  return lines.length === 1 ? (lines[0] ?? '') : lines.sort().join('');
}
