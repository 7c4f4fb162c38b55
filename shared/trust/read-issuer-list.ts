import { own, ownList, textOf } from '../badge/fields.ts';
import { parseJson } from '../badge/json-text.ts';
import { utf8Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { safeName } from '../text/display-text.ts';
import { keyText, readKeyText } from '../verify/key-text.ts';
import { issuerIdPattern } from './issuer-facts.ts';

/** A list of issuers out of a file, before anything of it is believed. */
export type IssuerList =
  | { readonly kind: 'known'; readonly issuers: readonly ListedIssuer[]; readonly skipped: number }
  | {
      readonly kind: 'dcc-legacy';
      /** When the list was last changed by its own word: RFC 3339, UTC; null: it does not say. */
      readonly updatedAt: string | null;
      readonly entries: readonly ListedIssuer[];
      /** Entries that are none: no issuer's id, no name, too long. */
      readonly skipped: number;
    }
  /** Signed statements, unverified. */
  | { readonly kind: 'openid-federation'; readonly tokens: readonly string[] };

export interface ListedIssuer {
  readonly id: string;
  readonly name: string;
  /** As `keyText` writes them; empty but for lists of known issuers. */
  readonly keys: readonly string[];
}

/**
 * Reads a list of issuers by its shape: our own (`{"issuers": [{"id", "name", "keys"}]}`), a registry of the DCC
 * (`{"meta", "registry": {did: {"name", …}}}`), or statements of OpenID Federation, one compact JWT a line or as an array
 * of texts (standards 1.7 and 4.5). A pin that cannot be read is never dropped, which would widen what is trusted: it
 * spoils its whole list, or is kept as it is, to fit no key.
 *
 * @throws CodedError trust/not-a-list, trust/too-many, input/too-large and those of `parseJson`
 */
export function readIssuerList(bytes: Uint8Array, badPins: BadPins = 'refuse'): IssuerList {
  if (bytes.length > limits.credentialBytes)
    throw new CodedError('input/too-large', { limitBytes: limits.credentialBytes });
  const text = utf8Text(bytes)
    ?.replace(/^\ufeff/, '')
    .trim();
  if (text === undefined || text === '') throw new CodedError('trust/not-a-list');
  if (text.startsWith('{')) return readObject(parseJson(text).value, badPins);
  const tokens = text.startsWith('[') ? textsOnly(parseJson(text).value) : text.split(/\s+/);
  if (tokens.length === 0 || !tokens.every((token) => compactJws.test(token)))
    throw new CodedError('trust/not-a-list');
  if (tokens.length > limits.registryStatements) throw tooMany(limits.registryStatements);
  return { kind: 'openid-federation', tokens };
}

/** What is done about a pin that is no key. */
type BadPins = 'refuse' | 'keep';

const compactJws = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

function readObject(value: Json, badPins: BadPins): IssuerList {
  if (!isJsonObject(value)) throw new CodedError('trust/not-a-list');
  const registry = own(value, 'registry');
  const hasIssuers = Array.isArray(own(value, 'issuers'));
  // Both would be two meanings in one file.
  if (hasIssuers === isJsonObject(registry)) throw new CodedError('trust/not-a-list');
  return hasIssuers
    ? readKnown(ownList(value, 'issuers'), badPins)
    : readRegistry(value, registry as JsonObject);
}

function readKnown(entries: readonly Json[], badPins: BadPins): IssuerList {
  if (entries.length > limits.knownIssuers) throw tooMany(limits.knownIssuers);
  const byId = new Map<string, ListedIssuer>();
  let skipped = 0;
  for (const entry of entries) {
    const id = isJsonObject(entry) ? idIn(own(entry, 'id')) : null;
    if (id === null || !isJsonObject(entry)) {
      skipped += 1;
      continue;
    }
    const keys = keysIn(own(entry, 'keys'), badPins);
    const earlier = byId.get(id);
    // Twice the same id: one entry without pins must not undo the pins of the other.
    const all = [...new Set([...(earlier?.keys ?? []), ...keys])];
    if (all.length > limits.pinsPerIssuer) throw tooMany(limits.pinsPerIssuer);
    byId.set(id, { id, name: earlier?.name || nameIn(own(entry, 'name')), keys: all });
  }
  return { kind: 'known', issuers: [...byId.values()], skipped };
}

function keysIn(value: Json | undefined, badPins: BadPins): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new CodedError('trust/bad-key');
  return value.map((entry: Json) => {
    const text = typeof entry === 'string' ? entry : JSON.stringify(entry);
    const key = readKeyText(text);
    if (key === null && badPins === 'refuse') throw new CodedError('trust/bad-key');
    return key === null ? text : keyText(key);
  });
}

function readRegistry(document: JsonObject, registry: JsonObject): IssuerList {
  const all = Object.entries(registry);
  if (all.length > limits.registryEntries) throw tooMany(limits.registryEntries);
  const entries = all.flatMap(([key, entry]) => {
    const id = idIn(key);
    const name = isJsonObject(entry) ? nameIn(own(entry, 'name')) : '';
    return id === null || name === '' ? [] : [{ id, name, keys: [] }];
  });
  const meta = own(document, 'meta');
  const updated = isJsonObject(meta) ? (textOf(own(meta, 'updated')) ?? textOf(own(meta, 'created'))) : null;
  const skipped = all.length - entries.length;
  return { kind: 'dcc-legacy', updatedAt: momentOf(updated), entries, skipped };
}

function idIn(value: Json | undefined): string | null {
  const isId = typeof value === 'string' && value.length <= limits.documentUrlCharacters;
  return isId && issuerIdPattern.test(value) ? value : null;
}

function nameIn(value: Json | undefined): string {
  return safeName(textOf(value) ?? '').text.slice(0, limits.issuerNameCharacters);
}

/** RFC 3339, UTC; the list's own spelling `+0000` too. */
function momentOf(text: string | null): string | null {
  const isDate = text !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text);
  const time = isDate ? Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function textsOnly(value: Json): readonly string[] {
  if (!Array.isArray(value) || !value.every((entry: Json) => typeof entry === 'string'))
    throw new CodedError('trust/not-a-list');
  // Every entry is a text, as was just seen.
  return value as readonly string[];
}

function tooMany(limit: number): CodedError {
  return new CodedError('trust/too-many', { limit });
}
