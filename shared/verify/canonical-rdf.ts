/// <reference path="./jsonld-modules.d.ts" />
import type { ProcessingEvent } from 'jsonld';
import { listOf } from '../badge/fields.ts';
import { hexText, utf8Bytes } from '../bytes.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { canonizeOptions } from './canonize-options.ts';
import { bundledContext } from './contexts.ts';

/** N-Quads in canonical order (RDFC-1.0), or why there are none. */
export type CanonicalRdf =
  | { readonly kind: 'canonical'; readonly nquads: string; readonly losses: readonly Loss[] }
  /** Safe mode refused: some of the document would be dropped and nobody would have signed it. */
  | { readonly kind: 'lossy' }
  | { readonly kind: 'too-complex' }
  | { readonly kind: 'invalid'; readonly what: string };

/** Something that JSON-LD drops: a property, a type or a reference, by what stands in the document. */
export interface Loss {
  readonly kind: 'property' | 'value' | 'unclear';
  readonly text: string;
}

export interface CanonicalOptions {
  /** In safe mode nothing may be dropped; otherwise what is dropped is listed. */
  readonly safe: boolean;
  /** Which of the texts known for each context. */
  readonly variant: number;
  readonly hash: 'sha256' | 'sha384';
  readonly signal: AbortSignal | undefined;
}

/**
 * Canonicalises a JSON-LD document with the bundled contexts alone: no network, no base, bounded work. The processor is
 * loaded when it is first needed.
 */
export async function canonicalRdf(document: JsonObject, options: CanonicalOptions): Promise<CanonicalRdf> {
  if (hasLongList(document)) return { kind: 'too-complex' };
  const { default: jsonld } = await import('jsonld');
  const losses: Loss[] = [];
  const processing = {
    base: null,
    safe: options.safe,
    documentLoader: async (url: string) => loaded(url, options.variant),
    ...(options.safe
      ? {}
      : {
          eventHandler: ({ event }: { event: ProcessingEvent }) => collectLoss(event, losses),
        }),
  };
  try {
    const expanded = await jsonld.expand(document, processing);
    if (namesObjectMember(expanded)) return { kind: 'invalid', what: 'it uses a name that is reserved' };
    if (hasTooManyValues(expanded, new Map())) return { kind: 'too-complex' };
    const nquads = await jsonld.canonize(expanded, {
      ...processing,
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      skipExpansion: true,
      canonizeOptions: canonizeOptions(options, await digestInCode(options.hash)),
    });
    return { kind: 'canonical', nquads, losses };
  } catch (error) {
    return failureOf(error);
  }
}

/** A page that came by plain http has no digests of its own; everywhere else the library's own choice is the fastest. */
async function digestInCode(hash: 'sha256' | 'sha384'): Promise<((text: string) => string) | null> {
  // An insecure page has no `subtle`, whatever the types say.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle !== undefined) return null;
  const { digest } = await import('./crypto/digest.ts');
  return (text) => hexText(digest(hash, utf8Bytes(text)));
}

/**
 * True when something in the expanded document is named like a member that every object inherits (`__proto__`,
 * `constructor`): the processor keeps nodes in plain objects by their ids, and such an id would change the objects of the
 * whole program. Threats A07, H01, H06.
 */
function namesObjectMember(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(namesObjectMember);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => {
    if (inheritedNames.has(key)) return true;
    if (key === '@id' || key === '@type' || key === '@index') {
      return (Array.isArray(member) ? member : [member]).some((name) => inheritedNames.has(String(name)));
    }
    return namesObjectMember(member);
  });
}

/**
 * True where one thing has more values of one kind than any badge needs. The processor compares each with all those before
 * it, also where they stand in several objects of one id, and nothing stops it while it does. Threat B13.
 */
function hasTooManyValues(value: unknown, counts: Map<string, number>): boolean {
  if (Array.isArray(value)) return value.some((entry) => hasTooManyValues(entry, counts));
  if (typeof value !== 'object' || value === null) return false;
  const id: unknown = '@id' in value ? value['@id'] : undefined;
  return Object.entries(value).some(([key, member]) => {
    if (!Array.isArray(member)) return hasTooManyValues(member, counts);
    const name = `${typeof id === 'string' ? id : ''} ${key}`;
    const count = member.length + (typeof id === 'string' ? (counts.get(name) ?? 0) : 0);
    if (count > limits.valuesPerMember) return true;
    if (typeof id === 'string') counts.set(name, count);
    return hasTooManyValues(member, counts);
  });
}

/** The same of the document as it stands: every entry is read, and for each class its words, before they can be counted. */
function hasLongList(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!isJsonObject(value)) return value.length > limits.valuesPerMember || value.some(hasLongList);
  return Object.entries(value).some(([key, member]) => {
    const isTypes = key === 'type' || key === '@type';
    return (isTypes && listOf(member).length > limits.typesPerThing) || hasLongList(member);
  });
}

const inheritedNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function loaded(url: string, variant: number) {
  const document = bundledContext(url, variant);
  if (document === null) throw new Error('context not bundled');
  return { contextUrl: null, documentUrl: url, document };
}

function collectLoss(event: ProcessingEvent, losses: Loss[]): void {
  const loss = event.level === 'warning' ? lossOf(event) : null;
  if (loss !== null) losses.push(loss);
}

function lossOf(event: ProcessingEvent): Loss | null {
  const details = event.details ?? {};
  switch (event.code) {
    case 'invalid property':
      return named('property', details.property);
    case 'relative @type reference':
      return named('value', details.type);
    case 'relative @id reference':
    case 'null @id value':
      return named('value', details.id);
    case 'relative subject reference':
      return named('value', details.subject);
    case 'relative object reference':
      return named('value', details.object);
    case 'empty object':
    case 'object with only @id':
    case 'null @value value':
      return null;
    default:
      return { kind: 'unclear', text: event.code };
  }
}

function named(kind: Loss['kind'], text: unknown): Loss {
  return typeof text === 'string' && text !== '' ? { kind, text } : { kind: 'unclear', text: kind };
}

function failureOf(error: unknown): CanonicalRdf {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : '';
  if (name === 'jsonld.ValidationError') return { kind: 'lossy' };
  if (/Maximum deep iterations|Abort signal/.test(message)) return { kind: 'too-complex' };
  return { kind: 'invalid', what: codeOf(error) ?? 'its vocabulary contradicts itself' };
}

/** The processor's own code for the failure, where it gave one. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('details' in error)) return null;
  const { details } = error;
  if (typeof details !== 'object' || details === null || !('code' in details)) return null;
  return typeof details.code === 'string' ? details.code : null;
}
