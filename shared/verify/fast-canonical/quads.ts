import { Unsure } from './unsure.ts';

/** A blank node by its number, or an IRI or literal as it stands in N-Quads. */
export type Term = number | string;

export interface Quad {
  readonly subject: Term;
  /** With the spaces around it. */
  readonly predicate: string;
  readonly object: Term;
}

/**
 * The triples of one document, each once. `origin` tells apart what JSON-LD keeps apart though it is spelled alike in
 * N-Quads (such as 1 and "1" of the same datatype): there the slow path decides.
 */
export class QuadSet {
  readonly quads: Quad[] = [];
  #blankNodes = 0;
  readonly #origins = new Map<string, string>();

  get blankNodes(): number {
    return this.#blankNodes;
  }

  newBlankNode(): number {
    return this.#blankNodes++;
  }

  add(subject: Term, predicate: string, object: Term, origin: string): void {
    const key = `${subject}${predicate}${object}`;
    const known = this.#origins.get(key);
    if (known === undefined) {
      this.#origins.set(key, origin);
      this.quads.push({ subject, predicate, object });
    } else if (known !== origin) throw new Unsure();
  }
}
