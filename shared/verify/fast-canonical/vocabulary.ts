/// <reference path="./jsonld-context.d.ts" />
import type { ActiveContext, TermMapping } from 'jsonld/lib/context.js';
import { isPlainIri } from './iri.ts';
import { Unsure } from './unsure.ts';

/**
 * An active context of jsonld as look-ups: what its words mean, and which vocabulary follows where a word brings a
 * context of its own (JSON-LD 1.1 API, section 4). Words that the fast path does not know exactly throw `Unsure`.
 */
export class Vocabulary {
  readonly context: ActiveContext;
  /** What counts again inside the next node, where a type brought this one; null otherwise. */
  readonly previous: Vocabulary | null;
  /** The words for `@id` and `@type`, themselves included where the context gives them no other meaning. */
  readonly idWords: readonly string[];
  readonly typeWords: readonly string[];
  readonly #terms = new Map<string, Term>();
  readonly #types = new Map<string, NodeType>();

  constructor(context: ActiveContext, previous: Vocabulary | null) {
    if (defaults.some((name) => context[name] !== undefined)) throw new Unsure();
    this.context = context;
    this.previous = previous;
    this.idWords = this.#wordsOf('id');
    this.typeWords = this.#wordsOf('type');
  }

  /** A key of a node. Only words of the context are remembered: those of documents have no end. */
  term(key: string): Term {
    const known = this.#terms.get(key);
    if (known !== undefined) return known;
    const mapping = this.context.mappings.get(key);
    if (mapping === undefined) return this.#unlistedTerm(key);
    const term = termOf(mapping);
    this.#terms.set(key, term);
    return term;
  }

  /** True for `@value` and its other names: what holds it is no node. */
  isValueKey(key: string): boolean {
    return key === '@value' || this.context.mappings.get(key)?.['@id'] === '@value';
  }

  /** A value of `type`. */
  type(name: string): NodeType {
    const known = this.#types.get(name);
    if (known !== undefined) return known;
    const mapping = this.context.mappings.get(name);
    if (mapping === undefined) return { node: `<${this.iri(name)}>`, scope: null };
    const type = { node: `<${plain(mapping?.['@id'])}>`, scope: scopeOf(mapping) };
    this.#types.set(name, type);
    return type;
  }

  /** A value that may be a word of the vocabulary, as an absolute IRI. */
  wordIri(text: string): string {
    const mapping = this.context.mappings.get(text);
    return mapping === undefined ? this.iri(text) : plain(mapping?.['@id']);
  }

  /** A compact or absolute IRI as an absolute one. Blank nodes with names are the slow path's. */
  iri(text: string): string {
    return plain(this.#absolute(text));
  }

  #wordsOf(kind: 'id' | 'type'): readonly string[] {
    const candidates = new Set([`@${kind}`]);
    for (const [word, mapping] of this.context.mappings)
      if (mapping?.['@id'] === `@${kind}`) candidates.add(word);
    return [...candidates].filter((word) => this.term(word).kind === kind);
  }

  #absolute(text: string): string | null {
    const colon = text.indexOf(':');
    if (colon <= 0 || text.startsWith('_:')) return null;
    if (text.startsWith('//', colon + 1)) return text;
    const mapping = this.context.mappings.get(text.slice(0, colon));
    return mapping?._prefix === true ? `${mapping['@id']}${text.slice(colon + 1)}` : text;
  }

  #unlistedTerm(key: string): Term {
    if (key === '@id') return { kind: 'id' };
    if (key === '@type') return { kind: 'type' };
    const iri = this.#absolute(key);
    return iri !== null && isPlainIri(iri) ? propertyOf(iri, {}) : { kind: 'unsure' };
  }
}

/** What a key of a node stands for. */
export type Term =
  | { readonly kind: 'id' }
  | { readonly kind: 'type' }
  | {
      readonly kind: 'property';
      /** As it stands in N-Quads, with the spaces around it. */
      readonly predicate: string;
      readonly isList: boolean;
      /** What the values are: IRIs, words, literals of this datatype, or (empty) plain literals. */
      readonly values: 'iri' | 'word' | { readonly datatype: string };
      readonly scope: Scope | null;
    }
  | { readonly kind: 'unsure' };

export interface NodeType {
  /** As it stands in N-Quads. */
  readonly node: string;
  readonly scope: Scope | null;
}

/** A context that a word brings with it, and the vocabularies that it was found to lead to. */
export interface Scope {
  readonly local: unknown;
  readonly results: Map<Vocabulary, Vocabulary>;
}

/** Values of a whole context that no pinned one sets; they would change the meaning of plain strings. */
const defaults = ['@vocab', '@language', '@direction', '@base'] as const;

function termOf(mapping: TermMapping | null): Term {
  const id = mapping?.['@id'];
  if (mapping === null || mapping.reverse === true) return { kind: 'unsure' };
  if (id === '@id') return isBareKeyword(mapping) ? { kind: 'id' } : { kind: 'unsure' };
  if (id === '@type') return isBareKeyword(mapping) ? { kind: 'type' } : { kind: 'unsure' };
  return typeof id === 'string' && isPlainIri(id) ? propertyOf(id, mapping) : { kind: 'unsure' };
}

/** `type` may be declared a set: that changes how it is compacted, not what it says. */
function isBareKeyword(mapping: TermMapping): boolean {
  return (
    mapping['@context'] === undefined &&
    mapping['@type'] === undefined &&
    (mapping['@container'] ?? []).every((container) => container === '@set')
  );
}

function propertyOf(iri: string, mapping: TermMapping): Term {
  const containers = mapping['@container'] ?? [];
  const isKnown = containers.every((container) => container === '@set' || container === '@list');
  const values = valuesOf(mapping['@type']);
  const speaks = mapping['@language'] !== undefined || mapping['@direction'] !== undefined;
  if (!isKnown || values === null || speaks) return { kind: 'unsure' };
  const isList = containers.includes('@list');
  return { kind: 'property', predicate: ` <${iri}> `, isList, values, scope: scopeOf(mapping) };
}

function valuesOf(type: string | undefined) {
  if (type === undefined || type === '@none') return { datatype: '' };
  if (type === '@id') return 'iri';
  if (type === '@vocab') return 'word';
  return isPlainIri(type) && !unusualDatatypes.has(type) ? { datatype: type } : null;
}

/** Datatypes whose literals are rewritten on their way to N-Quads. */
const unusualDatatypes = new Set([
  'http://www.w3.org/2001/XMLSchema#double',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON',
]);

function scopeOf(mapping: TermMapping | null): Scope | null {
  const local = mapping?.['@context'];
  return local === undefined ? null : { local, results: new Map() };
}

function plain(iri: string | null | undefined): string {
  if (typeof iri !== 'string' || !isPlainIri(iri)) throw new Unsure();
  return iri;
}
