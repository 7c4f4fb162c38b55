/** A blank node by its number, or an IRI or literal as it stands in N-Quads. */
export type Term = number | string;

export interface Quad {
  readonly subject: Term;
  /** With the spaces around it. */
  readonly predicate: string;
  readonly object: Term;
  /** Tells apart what JSON-LD keeps apart though N-Quads spells it alike, such as 1 and "1" of the same datatype. */
  readonly origin: string;
}

/** The triples of one document as the walk meets them, some perhaps twice. */
export class QuadSet {
  readonly quads: Quad[] = [];
  #blankNodes = 0;

  get blankNodes(): number {
    return this.#blankNodes;
  }

  newBlankNode(): number {
    return this.#blankNodes++;
  }

  add(subject: Term, predicate: string, object: Term, origin: string): void {
    this.quads.push({ subject, predicate, object, origin });
  }
}

/** Each triple once, as JSON-LD keeps them; null where it would keep two that are spelled alike. */
export function distinct(quads: readonly Quad[]): readonly Quad[] | null {
  const kept = new Map<string, Quad>();
  for (const quad of quads) {
    const key = `${quad.subject}${quad.predicate}${quad.object}`;
    const known = kept.get(key);
    if (known === undefined) kept.set(key, quad);
    else if (known.origin !== quad.origin) return null;
  }
  return [...kept.values()];
}
