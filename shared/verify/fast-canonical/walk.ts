import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { limits } from '../../limits.ts';
import { literal } from './literal.ts';
import type { QuadSet, Term } from './quads.ts';
import { Unsure } from './unsure.ts';
import type { NodeType, Scope, Vocabulary, Term as VocabularyTerm } from './vocabulary.ts';

/** Thrown where a scoped context is met for the first time: it has to be processed before the walk can go on. */
export class Missing extends Error {
  override readonly name = 'Missing';
  constructor(
    readonly scope: Scope,
    readonly from: Vocabulary,
    readonly kind: 'property' | 'type',
  ) {
    super();
  }
}

/**
 * Adds the triples of a JSON-LD document in one walk: expansion and deserialisation to RDF (JSON-LD 1.1 API, sections
 * 5.1 and 8.1) for plain documents of known words.
 *
 * @throws Unsure where the document is anything but plain
 * @throws Missing where a context inside the vocabulary was not processed yet
 */
export function addDocument(document: JsonObject, vocabulary: Vocabulary, quads: QuadSet): void {
  addNode(document, vocabulary, null, quads, 0);
  if (quads.quads.length === 0) throw new Unsure();
}

type Property = Extract<VocabularyTerm, { kind: 'property' }>;

/** Adds a node and all below it; answers what refers to it. `scope` is the context of the property that leads to it. */
function addNode(
  node: JsonObject,
  inherited: Vocabulary,
  scope: Scope | null,
  quads: QuadSet,
  depth: number,
): Term {
  if (depth > limits.jsonDepth) throw new Unsure();
  const keys = Object.keys(node);
  if (keys.length === 0) throw new Unsure();
  const outer = entered(scope, reverted(inherited, keys), 'property');
  const types = typesOf(node, outer);
  const vocabulary = types === null ? outer : withTypes(types, outer);
  const subject = subjectOf(node, vocabulary, quads);
  for (const key of keys) {
    const value = node[key];
    if (key === '@context') {
      if (depth > 0) throw new Unsure();
      continue;
    }
    const term = vocabulary.term(key);
    if (term.kind === 'id' || value === undefined) continue;
    if (term.kind === 'type') {
      if (types?.key !== key) throw new Unsure();
      for (const type of types.types) quads.add(subject, rdfType, type.node, 'type');
    } else if (term.kind === 'property') addProperty(subject, key, term, value, vocabulary, quads, depth);
    else throw new Unsure();
  }
  return subject;
}

/** What a type brought into a node ends at the next one, but not at a mere reference. */
function reverted(vocabulary: Vocabulary, keys: readonly string[]): Vocabulary {
  const { previous } = vocabulary;
  if (previous === null) return vocabulary;
  if (keys.some((key) => vocabulary.isValueKey(key))) throw new Unsure();
  const [first] = keys;
  const isReference = keys.length === 1 && first !== undefined && vocabulary.term(first).kind === 'id';
  return isReference ? vocabulary : previous;
}

interface Types {
  readonly key: string;
  /** The types as written, in the order in which their contexts count. */
  readonly names: readonly string[];
  readonly types: readonly NodeType[];
}

function typesOf(node: JsonObject, vocabulary: Vocabulary): Types | null {
  let found: Types | null = null;
  for (const key of vocabulary.typeWords) {
    if (!Object.hasOwn(node, key)) continue;
    if (found !== null) throw new Unsure();
    const value: Json | undefined = node[key];
    const names = Array.isArray(value) ? value : [value];
    if (!names.every((name) => typeof name === 'string')) throw new Unsure();
    found = { key, names, types: names.map((name) => vocabulary.type(name)) };
  }
  return found;
}

function withTypes({ names, types }: Types, outer: Vocabulary): Vocabulary {
  if (types.every((type) => type.scope === null)) return outer;
  const [only] = types;
  if (types.length === 1 && only !== undefined) return entered(only.scope, outer, 'type');
  const order = names.map((_, index) => index).sort((a, b) => compare(names[a] ?? '', names[b] ?? ''));
  let vocabulary = outer;
  for (const index of order) vocabulary = entered(types[index]?.scope ?? null, vocabulary, 'type');
  return vocabulary;
}

function subjectOf(node: JsonObject, vocabulary: Vocabulary, quads: QuadSet): Term {
  let id: string | null = null;
  for (const key of vocabulary.idWords) {
    if (!Object.hasOwn(node, key)) continue;
    const value = node[key];
    if (id !== null || typeof value !== 'string') throw new Unsure();
    id = `<${vocabulary.iri(value)}>`;
  }
  return id ?? quads.newBlankNode();
}

function addProperty(
  subject: Term,
  key: string,
  term: Property,
  value: Json,
  vocabulary: Vocabulary,
  quads: QuadSet,
  depth: number,
): void {
  const inner = entered(term.scope, vocabulary, 'property');
  const innerTerm = inner === vocabulary ? term : inner.term(key);
  if (innerTerm.kind !== 'property') throw new Unsure();
  if (innerTerm.predicate !== term.predicate || innerTerm.isList !== term.isList) throw new Unsure();
  const values: readonly Json[] = Array.isArray(value) ? value : [value];
  if (!term.isList) {
    for (const entry of values) {
      if (entry === null) continue;
      const object = objectOf(entry, innerTerm, inner, quads, depth);
      quads.add(subject, term.predicate, object, originOf(entry, innerTerm));
    }
  } else if (value !== null) {
    const entries = values.filter((entry) => entry !== null);
    if (entries.length === 0) throw new Unsure();
    const objects = entries.map((entry) => objectOf(entry, innerTerm, inner, quads, depth));
    quads.add(subject, term.predicate, addList(objects, quads), 'list');
  }
}

function objectOf(value: Json, term: Property, vocabulary: Vocabulary, quads: QuadSet, depth: number): Term {
  if (isJsonObject(value)) return addNode(value, vocabulary, term.scope, quads, depth + 1);
  if (Array.isArray(value)) throw new Unsure();
  if (typeof term.values === 'string') {
    if (typeof value !== 'string') throw new Unsure();
    return `<${term.values === 'iri' ? vocabulary.iri(value) : vocabulary.wordIri(value)}>`;
  }
  const { datatype } = term.values;
  if (typeof value === 'string') return literal(value, datatype);
  if (typeof value === 'boolean') return literal(String(value), datatype || `${xsd}boolean`);
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new Unsure();
  return literal(String(value), datatype || `${xsd}integer`);
}

/** What JSON-LD compares when it drops a value that is already there. */
function originOf(value: Json, term: Property): string {
  if (isJsonObject(value) || typeof term.values === 'string') return 'node';
  return `${typeof value} ${term.values.datatype}`;
}

function addList(objects: readonly Term[], quads: QuadSet): Term {
  let rest: Term = `<${rdf}nil>`;
  for (const object of objects.toReversed()) {
    const node = quads.newBlankNode();
    quads.add(node, ` <${rdf}first> `, object, 'list');
    quads.add(node, ` <${rdf}rest> `, rest, 'list');
    rest = node;
  }
  return rest;
}

function entered(scope: Scope | null, from: Vocabulary, kind: 'property' | 'type'): Vocabulary {
  if (scope === null) return from;
  const result = scope.results.get(from);
  if (result === undefined) throw new Missing(scope, from, kind);
  return result;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const rdfType = ` <${rdf}type> `;
