import { exceedsUtf8Bytes } from '../bytes.ts';
import { CodedError, codeOf, type ErrorCode } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { limits } from '../limits.ts';
import { blankBadge } from './blank-badge.ts';
import { envelopedToken, holderOf, innerPathsOf, innerValues } from './containers.ts';
import { isWebUrl } from './fields.ts';
import { scanJson } from './json-scan.ts';
import { parseJson } from './json-text.ts';
import { isJsonSerialisedJwe, isJsonSerialisedJws, looksLikeJose, readCompactJws } from './jws-text.ts';
import type { Badge, CredentialSource, ReadingNote } from './model.ts';
import { readOb2 } from './ob2.ts';
import { readOb3 } from './ob3.ts';
import type { FoundBadge } from './reading.ts';
import { looksLikeSdJwt, readSdJwt } from './sd-jwt.ts';
import { credentialOfJwt } from './vc-jwt.ts';
import { type Classified, classify } from './version.ts';

/** What one credential text holds. */
export interface ReadText {
  /** `json`, `jws`, `vc-jwt`, `sd-jwt` or `url`. */
  readonly form: string;
  readonly badges: readonly FoundBadge[];
  readonly notes: readonly ReadingNote[];
}

/**
 * Reads a credential in any of its texts: JSON (one, a list, or a wrapper with several), a compact JWS, an SD-JWT, or
 * the URL of a hosted badge. White space around it does not count.
 *
 * @throws CodedError badge/* for what is no badge, input/too-large
 */
export function readCredentialText(text: string): ReadText {
  if (exceedsUtf8Bytes(text, limits.credentialBytes)) {
    throw new CodedError('input/too-large', { limitBytes: limits.credentialBytes });
  }
  const reader = new TextReader();
  const form = reader.readText(text.replace(/^\ufeff/, '').trim(), [], 0);
  if (reader.badges.length === 0) throw reader.failure ?? new CodedError('badge/not-a-badge');
  return { form, badges: reader.badges, notes: reader.notes };
}

type Path = readonly string[];
type DocumentSource = Exclude<CredentialSource, { kind: 'url' }>;

class TextReader {
  readonly badges: FoundBadge[] = [];
  readonly notes: ReadingNote[] = [];
  /** Why the first entry that could not be read could not. */
  failure: unknown = null;

  readText(text: string, path: Path, depth: number): string {
    const first = text.charAt(0);
    if (first === '{' || first === '[') {
      const parsed = parseJson(text);
      this.#json(parsed.value, parsed.text, path, depth);
      return 'json';
    }
    if (looksLikeSdJwt(text)) return this.#sdJwt(text, path);
    if (looksLikeJose(text)) return this.#jws(text, path, depth);
    if (/^https?:\/\/\S{1,8192}$/i.test(text) && isWebUrl(text)) {
      this.#add(pointerTo(text), path);
      return 'url';
    }
    throw new CodedError('badge/not-a-badge');
  }

  #json(value: Json, text: string, path: Path, depth: number): void {
    if (isJsonObject(value)) this.#document({ kind: 'json', text, document: value }, path, depth);
    else if (Array.isArray(value)) this.#entries(value, spansOf(text, [], value.length), path, depth);
    else throw new CodedError('badge/not-a-badge');
  }

  #jws(text: string, path: Path, depth: number): string {
    const { header, payload } = readCompactJws(text);
    const credential = credentialOfJwt(payload);
    const source = { kind: 'jws', text, header, payload, document: credential ?? payload } as const;
    this.#document(source, path, depth);
    return classify(source.document)?.version.match(/^[01]\.|^2\.x/) ? 'jws' : 'vc-jwt';
  }

  #sdJwt(text: string, path: Path): string {
    const source = readSdJwt(text);
    const classified = classify(source.document) ?? { version: 'vc-2.0', object: 'credential' };
    this.#add(readOb3(source, classified), path);
    return 'sd-jwt';
  }

  #document(source: DocumentSource, path: Path, depth: number): void {
    const { document } = source;
    if (isJsonSerialisedJwe(document)) throw new CodedError('badge/encrypted');
    if (isJsonSerialisedJws(document)) {
      throw new CodedError('badge/bad-jws', { reason: 'only the compact form says which signature counts' });
    }
    const token = envelopedToken(document);
    if (token !== null) {
      if (!looksLikeJose(token)) throw new CodedError('badge/not-a-badge');
      this.readText(token, path, depth + 1);
      return;
    }
    const classified = classify(document);
    const inner = classified === null || classified.object === 'container' ? innerPathsOf(document) : [];
    if (classified === null && inner.length === 0) throw new CodedError('badge/not-a-badge');
    if (classified !== null) this.#own(source, classified, inner.length > 0, path);
    if (depth >= limits.containerDepth && inner.length > 0) {
      throw new CodedError('badge/too-deep', { limit: limits.containerDepth });
    }
    for (const place of inner) {
      const values = innerValues(document, place);
      const spans =
        source.kind === 'json' ? spansOf(source.text, place, values.length) : values.map(() => null);
      this.#entries(values, spans, [...path, ...place], depth);
    }
  }

  /**
   * A wrapper without proof of its own claims nothing: it is opened like an envelope, and its contents stand alone. One
   * that says wrongly who holds it stays, so that this is told.
   */
  #own(source: DocumentSource, classified: Classified, hasInner: boolean, path: Path): void {
    const badge = readDocument(source, classified);
    const isEnvelope =
      classified.object === 'container' && classified.version !== 'clr-2.0' && badge.form === 'none';
    const saysWell = holderOf(source.document) !== null || !Object.hasOwn(source.document, 'holder');
    if (isEnvelope && hasInner && saysWell) this.notes.push({ code: 'read.unwrapped', facts: {} });
    else this.#add(badge, path);
  }

  #entries(values: readonly Json[], texts: readonly (string | null)[], path: Path, depth: number): void {
    if (values.length > limits.badgesPerFile) {
      throw new CodedError('badge/too-many', { limit: limits.badgesPerFile });
    }
    values.forEach((value, index) => {
      try {
        this.#entry(value, texts[index] ?? null, [...path, String(index)], depth + 1);
      } catch (error) {
        if (refusesWhole.includes(codeOf(error))) throw error;
        this.failure ??= error;
        this.notes.push({ code: 'read.skipped-entry', facts: { entry: index + 1, reason: codeOf(error) } });
      }
    });
  }

  #entry(value: Json, text: string | null, path: Path, depth: number): void {
    if (depth > limits.containerDepth)
      throw new CodedError('badge/too-deep', { limit: limits.containerDepth });
    if (typeof value === 'string') this.readText(value.trim(), path, depth);
    else if (isJsonObject(value)) {
      this.#document({ kind: 'json', text: text ?? JSON.stringify(value), document: value }, path, depth);
    } else throw new CodedError('badge/not-a-badge');
  }

  #add(badge: Badge, path: Path): void {
    if (this.badges.length >= limits.badgesPerFile) {
      throw new CodedError('badge/too-many', { limit: limits.badgesPerFile });
    }
    this.badges.push({ path, badge });
  }
}

/** What refuses a whole file, even where other entries can be read. */
const refusesWhole: readonly ErrorCode[] = [
  'internal/bug',
  'badge/ambiguous',
  'badge/private-key-inside',
  'badge/too-many',
];

function readDocument(source: DocumentSource, classified: Classified): Badge {
  return /^(0\.5|1\.0|1\.1|2\.x)$/.test(classified.version)
    ? readOb2(source, classified)
    : readOb3(source, classified);
}

function pointerTo(url: string): Badge {
  const source = { kind: 'url', text: url } as const;
  return { ...blankBadge(source, { version: 'unknown', object: 'pointer', form: 'hosted' }), hostedUrl: url };
}

/** The exact texts of the elements at a path; null for each where the text and the values do not line up. */
function spansOf(text: string, path: readonly string[], count: number): readonly (string | null)[] {
  const spans = scanJson(text, path);
  if (spans.length !== count) return Array.from({ length: count }, () => null);
  return spans.map(({ start, end }) => text.slice(start, end));
}
