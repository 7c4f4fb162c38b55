import type { DocumentAnswer } from '../verify/ports.ts';
import type { HeldFacts } from './held-facts.ts';
import type { PagePiece } from './page-pieces.ts';
import type { DisclosureSwitches } from './switches.ts';

/** What a page carries for its own verifier, and for whoever takes it apart again: JSON in a script that never runs. */
export interface PageData {
  readonly format: 1;
  /** What made the page. */
  readonly engine: string;
  /** When it was made: RFC 3339, UTC. No clock that is right is before it. */
  readonly madeAt: string;
  readonly switches: DisclosureSwitches;
  /** One for each badge of the page, in its order. */
  readonly badges: readonly PageBadgeRecord[];
}

export interface PageBadgeRecord {
  /** Of the original: lower-case hex. */
  readonly sha256: string;
  readonly fileName: string;
  /** Its place among the badges of that file. */
  readonly index: number;
  /** What the app found; null where it was never checked. */
  readonly held: HeldFacts | null;
}

/** A document that an issuer's site answered with, as the app keeps it. */
export type PageDocument = Extract<DocumentAnswer, { kind: 'document' }>;

/** A document in the page: its contents are a data URI. */
export interface EmbeddedDocument extends Omit<PageDocument, 'bytes' | 'kind' | 'source'> {
  readonly body: string;
}

export const pageDataId = 'badge-backpack-page';

/** The data as JSON that may stand in a script element, piece by piece. */
export async function* pageDataPieces(
  data: PageData,
  documents: AsyncIterable<PageDocument>,
): AsyncGenerator<PagePiece> {
  yield `${inScript(data).slice(0, -1)},"documents":[`;
  let isFirst = true;
  for await (const { bytes, kind: _kind, source: _source, ...facts } of documents) {
    const open = inScript({ ...facts, body: bodyPrefix }).slice(0, -2);
    yield `${isFirst ? '' : ','}\n${open}`;
    yield { base64: bytes };
    yield '"}';
    isFirst = false;
  }
  yield ']}';
}

export const bodyPrefix = 'data:application/octet-stream;base64,';

/** JSON in which nothing can end a script element or begin a comment (WHATWG HTML, section 4.12.1.3). */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
