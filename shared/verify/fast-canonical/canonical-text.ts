import { hexText, utf8Bytes } from '../../bytes.ts';
import type { CryptoPort } from '../ports.ts';
import { distinct, type Quad, type QuadSet, type Term } from './quads.ts';

/**
 * Canonical N-Quads (RDFC-1.0) of triples whose blank nodes all differ in their first-degree hash; null where two are
 * alike, since then their order takes more than this, and where it is unsure whether a triple counts once or twice.
 */
export function canonicalText(
  { quads, blankNodes }: QuadSet,
  hash: 'sha256' | 'sha384',
  crypto: CryptoPort,
): string | null {
  const digest = (text: string) => hexText(crypto.digest(hash, utf8Bytes(text)));
  const lines = sortedLines(quads, blankNodes, digest);
  if (lines === null) return null;
  if (!hasRepetition(lines)) return lines.join('');
  const once = distinct(quads);
  return once && (sortedLines(once, blankNodes, digest)?.join('') ?? null);
}

type Digest = (text: string) => string;

function sortedLines(quads: readonly Quad[], blankNodes: number, digest: Digest): readonly string[] | null {
  const labels = labelsOf(quads, blankNodes, digest);
  if (labels === null) return null;
  const named = (term: Term) => (typeof term === 'number' ? (labels[term] ?? '') : term);
  return quads.map(({ subject, predicate, object }) => line(named(subject), predicate, named(object))).sort();
}

function hasRepetition(sorted: readonly string[]): boolean {
  return sorted.some((line, index) => line === sorted[index - 1]);
}

/** The canonical label of each blank node, in the order of their hashes. */
function labelsOf(quads: readonly Quad[], blankNodes: number, digest: Digest): readonly string[] | null {
  const mentions: Quad[][] = Array.from({ length: blankNodes }, () => []);
  for (const quad of quads) {
    if (typeof quad.subject === 'number') mentions[quad.subject]?.push(quad);
    if (typeof quad.object === 'number' && quad.object !== quad.subject) mentions[quad.object]?.push(quad);
  }
  const nodeOfHash = new Map<string, number>();
  mentions.forEach((of, node) => {
    nodeOfHash.set(digest(firstDegree(of, node)), node);
  });
  if (nodeOfHash.size !== blankNodes) return null;
  const labels: string[] = [];
  [...nodeOfHash.keys()].sort().forEach((hash, index) => {
    labels[nodeOfHash.get(hash) ?? 0] = `_:c14n${index}`;
  });
  return labels;
}

/** All that is said of a node, itself as `_:a` and every other blank node as `_:z` (RDFC-1.0, section 4.6). */
function firstDegree(quads: readonly Quad[], node: number): string {
  const named = (term: Term) => (typeof term === 'number' ? (term === node ? '_:a' : '_:z') : term);
  return quads
    .map(({ subject, predicate, object }) => line(named(subject), predicate, named(object)))
    .sort()
    .join('');
}

function line(subject: string, predicate: string, object: string): string {
  return `${subject}${predicate}${object} .\n`;
}
