import { own } from '../badge/fields.ts';
import { parseJson } from '../badge/json-text.ts';
import { utf8Text } from '../bytes.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { lately } from '../lately.ts';
import { limits } from '../limits.ts';
import type { CheckCode } from '../text/checks.ts';
import type { DocumentAnswer } from './ports.ts';
import type { Fact, Run } from './run.ts';

/** A document that a check asked for: parsed JSON, or why it could not be read. Never a reason to call a badge bad. */
export type JsonAnswer =
  | {
      readonly kind: 'json';
      readonly url: string;
      readonly finalUrl: string;
      readonly value: JsonObject;
      readonly fact: Fact;
    }
  | Unavailable;

export interface Unavailable {
  readonly kind: 'unavailable';
  readonly code: CheckCode;
  readonly host: string;
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
  readonly fact: Fact | null;
}

export type TextAnswer =
  | { readonly kind: 'text'; readonly text: string; readonly finalUrl: string; readonly fact: Fact }
  | Unavailable;

/** What is asked for where JSON is wanted. */
export const jsonTypes = 'application/ld+json, application/json;q=0.9, */*;q=0.1';

/** Asks the documents port for a JSON object. A fragment is cut off; anything but http and https is not asked. */
export async function getJson(run: Run, url: string, accept: string = jsonTypes): Promise<JsonAnswer> {
  const answer = await getText(run, url, accept);
  if (answer.kind === 'unavailable') return answer;
  const value = jsonOf(answer.text);
  if (!isJsonObject(value)) return unavailable('document/not-json', url, 200, answer.fact);
  return { kind: 'json', url, finalUrl: answer.finalUrl, value, fact: answer.fact };
}

/** Asks the documents port for a text: a PEM key, a token. */
export async function getText(run: Run, url: string, accept: string): Promise<TextAnswer> {
  if (!isOfTheWeb(url)) {
    return unavailable('document/bad-url', url, null, null);
  }
  const answer = await run.ports.documents.get({
    url: withoutFragment(url),
    accept,
    maxBytes: limits.httpJsonBytes,
  });
  if (answer.kind === 'unavailable') return unavailable(codeOfUnavailable(answer), url, null, null);
  const fact = factOf(answer);
  if (answer.status < 200 || answer.status > 299)
    return unavailable('document/http-status', url, answer.status, fact);
  const text = answer.bytes.length > limits.httpJsonBytes ? null : utf8Text(answer.bytes);
  if (text === null) return unavailable('document/not-json', url, answer.status, fact);
  return { kind: 'text', text, finalUrl: answer.finalUrl, fact };
}

const isOfTheWeb = lately(
  limits.textsReadLately,
  (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
);

/** The URL without its fragment, otherwise as it was written. */
export function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at === -1 ? url : url.slice(0, at);
}

/** The host of a URL, or the text itself. */
export const hostOf: (url: string) => string = lately(limits.textsReadLately, (url) =>
  URL.canParse(url) ? new URL(url).host : url,
);

/** The `id` of a document, absolute. */
export function idOfDocument(document: JsonObject): string | null {
  const id = own(document, 'id') ?? own(document, '@id');
  return typeof id === 'string' ? id : null;
}

/** True for a DID document, or the answer of a resolver, that says that the DID was given up (DID Core, 7.1.3). */
export function isDeactivated(document: JsonObject): boolean {
  const metadata = own(document, 'didDocumentMetadata');
  const said = [document, ...(isJsonObject(metadata) ? [metadata] : [])].map((part) =>
    own(part, 'deactivated'),
  );
  return said.some((value) => value !== undefined && value !== null && value !== false && value !== 'false');
}

/** A fact by a document, fresh for as long as its server says, up to a month (standards 4.3). */
function factOf({ fetchedAt, source, maxAgeSeconds }: Extract<DocumentAnswer, { kind: 'document' }>): Fact {
  return longerFresh({ asOf: fetchedAt, source }, (maxAgeSeconds ?? 0) * 1_000);
}

/** The fact with a time for which it holds, where that is longer than what is known. */
export function longerFresh(fact: Fact, forMs: number): Fact {
  if (forMs <= 0 && fact.freshUntil === undefined) return fact;
  const fromMs = Date.parse(fact.asOf);
  const untilMs = fromMs + Math.min(forMs, limits.staleFactMs);
  const knownMs = fact.freshUntil === undefined ? fromMs + limits.freshFactMs : Date.parse(fact.freshUntil);
  return untilMs > knownMs ? { ...fact, freshUntil: new Date(untilMs).toISOString() } : fact;
}

/**
 * The JSON of a document's text; null for what is none. What the same issuer's badges rest on is read once: the answer
 * depends on the very text alone.
 */
export const jsonOf: (text: string) => Json = lately(limits.textsReadLately, (text): Json => {
  try {
    return parseJson(text).value;
  } catch {
    return null;
  }
});

function unavailable(code: CheckCode, url: string, status: number | null, fact: Fact | null): Unavailable {
  return { kind: 'unavailable', code, host: hostOf(url), status, fact };
}

function codeOfUnavailable(answer: Extract<DocumentAnswer, { kind: 'unavailable' }>): CheckCode {
  switch (answer.code) {
    case 'network/offline':
      return 'document/offline';
    case 'network/not-agreed':
      return 'document/not-agreed';
    case 'network/bad-url':
    case 'network/private-host':
      return 'document/bad-url';
    case 'network/not-json':
      return 'document/not-json';
    case 'network/http-status':
      return 'document/http-status';
    case 'network/too-large':
      return 'document/too-large';
    default:
      return 'document/unreachable';
  }
}
