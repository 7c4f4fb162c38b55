import type { CryptoPort } from '../ports.ts';
import { putInOrder } from './put-in-order.ts';
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
  const digest = (text: string) => crypto.hexDigest(hash, text);
  const text = textOf(quads, blankNodes, digest);
  if (text !== repeated) return text;
  const once = distinct(quads);
  const ofOnce = once && textOf(once, blankNodes, digest);
  return ofOnce === repeated ? null : ofOnce;
}

/** Some triple stands there twice: what was made of it is not the canonical form. */
const repeated = Symbol('repeated');

type Digest = (text: string) => string;

/** A blank node: what is said of it, and where it is an object, spelled for its hash. */
interface BlankNode {
  readonly statements: Quad[];
  readonly mentions: string[];
}

function textOf(quads: readonly Quad[], blankNodes: number, digest: Digest): string | typeof repeated | null {
  const nodes = Array.from({ length: blankNodes }, (): BlankNode => ({ statements: [], mentions: [] }));
  const statementsOf = new Map<string, Quad[]>();
  for (const quad of quads) {
    addStatement(quad, nodes, statementsOf);
    addMention(quad, nodes);
  }
  const labels = labelsOf(nodes, digest);
  if (labels === null) return null;
  nodes.forEach(({ statements }, node) => void statementsOf.set(labels[node] ?? '', statements));
  return joined(statementsOf, labels);
}

function addStatement(quad: Quad, nodes: readonly BlankNode[], statementsOf: Map<string, Quad[]>): void {
  const { subject } = quad;
  const known = typeof subject === 'number' ? nodes[subject]?.statements : statementsOf.get(subject);
  if (known !== undefined) known.push(quad);
  else if (typeof subject === 'string') statementsOf.set(subject, [quad]);
}

function addMention({ subject, predicate, object }: Quad, nodes: readonly BlankNode[]): void {
  if (typeof object !== 'number' || object === subject) return;
  nodes[object]?.mentions.push(`${typeof subject === 'number' ? '_:z' : subject}${predicate}_:a .\n`);
}

/**
 * All lines, sorted by subject, then by the rest. A subject ends where no other goes on, or its end sorts before any
 * character of a longer one, so this is the order of the whole lines.
 */
function joined(
  statementsOf: ReadonlyMap<string, Quad[]>,
  labels: readonly string[],
): string | typeof repeated {
  const spelled = (object: Term) => (typeof object === 'number' ? (labels[object] ?? '') : object);
  let text = '';
  for (const name of [...statementsOf.keys()].sort()) {
    let earlier: Quad | null = null;
    for (const quad of sorted(statementsOf.get(name) ?? [], spelled)) {
      if (earlier?.object === quad.object && earlier.predicate === quad.predicate) return repeated;
      text += `${name}${quad.predicate}${spelled(quad.object)} .\n`;
      earlier = quad;
    }
  }
  return text;
}

/**
 * Statements of one subject in the order of their lines, in place: by predicate, then by object. No predicate goes on
 * where another ends, and what goes on after an object's end is a sign that sorts after the space that ends it.
 */
function sorted(statements: Quad[], spelled: (object: Term) => string): readonly Quad[] {
  return putInOrder(statements, (one, other) =>
    one.predicate === other.predicate
      ? spelled(one.object) > spelled(other.object)
      : one.predicate > other.predicate,
  );
}

/** The canonical label of each blank node, in the order of their hashes. */
function labelsOf(nodes: readonly BlankNode[], digest: Digest): readonly string[] | null {
  const nodeOfHash = new Map<string, number>();
  nodes.forEach((node, index) => void nodeOfHash.set(digest(firstDegree(node, index)), index));
  if (nodeOfHash.size !== nodes.length) return null;
  const labels: string[] = [];
  [...nodeOfHash.keys()].sort().forEach((hash, index) => {
    labels[nodeOfHash.get(hash) ?? 0] = `_:c14n${index}`;
  });
  return labels;
}

/**
 * All that is said of a node, itself as `_:a` and every other blank node as `_:z`, sorted (RDFC-1.0, section 4.6): what an
 * IRI says of it, what it says itself, what a blank node says of it.
 */
function firstDegree({ statements, mentions }: BlankNode, index: number): string {
  const spelled = (object: Term) =>
    typeof object === 'number' ? (object === index ? '_:a' : '_:z') : object;
  let own = '';
  for (const { predicate, object } of sorted(statements, spelled))
    own += `_:a${predicate}${spelled(object)} .\n`;
  let [before, after] = ['', ''];
  for (const mention of mentions.length > 1 ? mentions.sort() : mentions) {
    if (mention.startsWith('_:z')) after += mention;
    else before += mention;
  }
  return before + own + after;
}
