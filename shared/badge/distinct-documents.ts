import { isJsonObject, type Json } from '../json.ts';
import type { CredentialSource } from './model.ts';

/**
 * Tells documents that were met before from new ones, as `sameDocument` does, at the cost of reading each once: however
 * many there are, none is compared with all the others.
 */
export class DistinctDocuments {
  readonly #marks = new Set<string>();
  /** Most files hold one: it is not looked at before a second one comes. */
  #first: CredentialSource | null = null;

  /** True for a document that was not met before. */
  add(source: CredentialSource): boolean {
    if (this.#first === null) {
      this.#first = source;
      return true;
    }
    if (this.#marks.size === 0) this.#marks.add(markOf(this.#first));
    const mark = markOf(source);
    if (this.#marks.has(mark)) return false;
    this.#marks.add(mark);
    return true;
  }
}

/** The same text for the same document, and for no other. */
function markOf(source: CredentialSource): string {
  return source.kind === 'json' ? `json ${ordered(source.document)}` : `${source.kind} ${source.text}`;
}

/** As JSON, the members of each object in one order. */
function ordered(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (isJsonObject(value)) {
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${JSON.stringify(name)}:${ordered(value[name] ?? null)}`).join()}}`;
  }
  // A number beyond those that JSON can write is still not null.
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
