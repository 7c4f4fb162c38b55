import type { ErrorCode } from '../../../shared/errors.ts';
import type { DocumentFacts } from '../../../shared/library/facts.ts';
import type { Change } from '../../../shared/library/operations.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import { packsOf, type TrustState } from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import { packUrl } from '../../../shared/trust/pack-facts.ts';
import type {
  DocumentAnswer,
  DocumentPort,
  DocumentRequest,
  SiteTrouble,
} from '../../../shared/verify/ports.ts';
import { createMemo } from '../memo.ts';
import { documentRoom } from '../network/document-room.ts';
import type { ObjectStore } from './object-store.ts';

type Document = Extract<DocumentAnswer, { kind: 'document' }>;

/** The trust packs whose documents count. */
export type Packs = Pick<TrustState, 'packs'>;

/** Only what was captured here. */
export const noPacks: Packs = { packs: new Map() };

/**
 * Answers from what was captured here and from the trust packs that were taken in, newest first. A capture whose bytes
 * are damaged is passed over.
 */
export function capturedDocuments(
  state: LibraryState,
  store: ObjectStore,
  packs: Packs = state,
): DocumentPort {
  return {
    mode: 'offline',
    get: async (request) =>
      (await newestCapture(state, store, packs, request)) ?? {
        kind: 'unavailable',
        url: request.url,
        code: 'network/offline',
      },
  };
}

/** The record of a document that was captured. */
export type Captured = Extract<Change, { kind: 'document.captured' }>;

/** The date of the newest captured document, in milliseconds since 1970; 0: none. */
export function newestCaptureMs(state: LibraryState): number {
  let newest = '';
  for (const versions of state.documents.values()) {
    for (const { fetchedAt } of versions.values()) if (fetchedAt > newest) newest = fetchedAt;
  }
  return Date.parse(newest) || 0;
}

/** A port that keeps what another one brings. */
export interface CapturingPort extends DocumentPort {
  /** Stores what came since the last call, and answers the changes for the journal. */
  store(): Promise<readonly Captured[]>;
}

/**
 * Asks `first`; where that has no proper answer, what was captured. Each document is asked for once, however many
 * badges name it (threat I19). Only proper documents count as fresh, so that the login page of a hotel's network never
 * stands in for an issuer's; `onFresh` is told of them. `version`: another text whenever what was captured may be another,
 * since a trust pack came or went.
 */
export function freshOrCaptured(
  first: DocumentPort,
  captured: DocumentPort,
  onFresh: (document: Document) => void = () => undefined,
  version: () => string = () => '',
): DocumentPort {
  const asked = createMemo(limits.rememberedDocuments, documentRoom);
  const held = createMemo(limits.rememberedDocuments, documentRoom);

  async function askFirst(request: DocumentRequest): Promise<DocumentAnswer> {
    const answer = await first.get(request);
    if (answer.kind === 'document' && isProper(answer)) onFresh(answer);
    return answer;
  }

  async function ask(request: DocumentRequest): Promise<DocumentAnswer> {
    const answer = await asked(request.url, () => askFirst(request));
    if (answer.kind === 'document' && isProper(answer)) return answer;
    // That a document is gone for good is an answer of the issuer; a server's trouble is none (threats D01, D16).
    if (answer.kind === 'document' && answer.status === 410) return answer;
    const earlier = await held(`${version()} ${request.url}`, () => captured.get(request));
    return earlier.kind === 'document' ? { ...earlier, instead: troubleOf(answer) } : answer;
  }

  return {
    mode: first.mode,
    get: (request) => (request.earlierThan === undefined ? ask(request) : captured.get(request)),
  };
}

/** What an answer that does not count says of its site. */
function troubleOf(answer: DocumentAnswer): SiteTrouble {
  if (answer.kind === 'document') return answer.status === 404 ? 'gone' : 'silent';
  if (answer.code === 'network/no-such-name') return 'nameless';
  return offlineCodes.has(answer.code) ? 'offline' : 'silent';
}

/** Nobody was asked at all. */
const offlineCodes: ReadonlySet<ErrorCode> = new Set(['network/offline', 'network/not-agreed']);

/** The same, and keeps what is fresh. */
export function capturingDocuments(
  first: DocumentPort,
  captured: DocumentPort,
  store: ObjectStore,
  version: () => string = () => '',
): CapturingPort {
  let fresh: Document[] = [];
  return {
    ...freshOrCaptured(first, captured, (document) => fresh.push(document), version),
    store: async () => {
      const storing = fresh;
      fresh = [];
      await storeDocuments(store, storing);
      return storing.map(capturedOf);
    },
  };
}

/** Puts the bytes of documents where captured documents are kept; their records are still to be written. */
export async function storeDocuments(store: ObjectStore, documents: readonly Document[]): Promise<void> {
  const distinct = new Map(documents.map((document) => [document.sha256, document]));
  await store.putAll(
    [...distinct.values()].map(({ sha256, bytes, contentType }) => ({
      sha256,
      bytes,
      extension: contentType?.includes('json') === true ? 'json' : 'bin',
    })),
  );
}

/** The record of a document, for the journal. */
export function capturedOf(document: Document): Captured {
  return { kind: 'document.captured', document: factsOf(document) };
}

async function newestCapture(
  state: LibraryState,
  store: ObjectStore,
  packs: Packs,
  { url, maxBytes, earlierThan }: DocumentRequest,
): Promise<DocumentAnswer | null> {
  const places = [url, ...packsOf(packs).map(({ id }) => packUrl(id, url))];
  const known = places
    .flatMap((place) => [...(state.documents.get(place)?.values() ?? [])])
    .filter(({ fetchedAt }) => earlierThan === undefined || fetchedAt < earlierThan)
    .sort((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : -1));
  for (const facts of known) {
    if (facts.sizeBytes > maxBytes) return { kind: 'unavailable', url, code: 'network/too-large' };
    const bytes = await store.get(facts.sha256).catch(() => null);
    if (bytes === null) continue;
    const { finalUrl, status, contentType, sha256, fetchedAt } = facts;
    return {
      kind: 'document',
      url,
      finalUrl,
      status,
      contentType,
      bytes,
      sha256,
      fetchedAt,
      source: 'captured',
      ...versionOf(facts),
    };
  }
  return null;
}

/** A page that asks for a password often says 200, and some that it is JSON (threat D16). */
export function isProper({ status, contentType, bytes }: Document): boolean {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 64));
  const isPage =
    /\bhtml\b/i.test(contentType ?? '') || /^\ufeff?\s*<(?:!doctype\s+html|html)\b/i.test(beginning);
  return status >= 200 && status < 300 && !isPage;
}

function factsOf(document: Document): DocumentFacts {
  const { url, finalUrl, status, contentType, bytes, sha256, fetchedAt } = document;
  const sizeBytes = bytes.length;
  return { url, finalUrl, status, contentType, sha256, sizeBytes, fetchedAt, ...versionOf(document) };
}

type Version = Pick<DocumentFacts, 'etag' | 'lastModified' | 'maxAgeSeconds'>;

function versionOf({ etag, lastModified, maxAgeSeconds }: Version): Version {
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
  };
}
