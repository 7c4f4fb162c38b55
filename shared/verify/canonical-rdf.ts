/// <reference path="./jsonld-modules.d.ts" />
import type { ProcessingEvent } from 'jsonld';
import { listOf } from '../badge/fields.ts';
import { hexText, utf8Bytes } from '../bytes.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { canonizeOptions } from './canonize-options.ts';
import { bundledContext } from './contexts.ts';
import { WorkLeft } from './work-left.ts';

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
  /** What it may cost; left out: what a badge may that has nothing else. */
  readonly work?: WorkLeft | undefined;
}

/**
 * Canonicalises a JSON-LD document with the bundled contexts alone: no network, no base, bounded work. The processor is
 * loaded when it is first needed.
 */
export async function canonicalRdf(document: JsonObject, options: CanonicalOptions): Promise<CanonicalRdf> {
  const { work = new WorkLeft() } = options;
  if (hasLongList(document) || !work.take(thingsIn(document))) return { kind: 'too-complex' };
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
    const comparisons = comparisonsIn(expanded, new Map());
    if (comparisons === null || !work.take(comparisons / limits.comparisonsPerThing))
      return { kind: 'too-complex' };
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
 * How often the processor compares values: each with all those before it of the same kind and thing, also where they
 * stand in several objects of one id, and nothing stops it while it does. Null where one thing has more than any badge
 * needs. Threat B13.
 */
function comparisonsIn(value: unknown, counts: Map<string, number>): number | null {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return sumOf(value, (entry) => comparisonsIn(entry, counts));
  const id: unknown = '@id' in value ? value['@id'] : undefined;
  return sumOf(Object.entries(value), ([key, member]) => {
    if (!Array.isArray(member)) return comparisonsIn(member, counts);
    const name = `${typeof id === 'string' ? id : ''} ${key}`;
    const before = typeof id === 'string' ? (counts.get(name) ?? 0) : 0;
    const count = before + member.length;
    if (count > limits.valuesPerMember) return null;
    if (typeof id === 'string') counts.set(name, count);
    const inside = comparisonsIn(member, counts);
    return inside === null ? null : inside + count ** 2 - before ** 2;
  });
}

function sumOf<Entry>(entries: readonly Entry[], of: (entry: Entry) => number | null): number | null {
  let sum = 0;
  for (const entry of entries) {
    const more = of(entry);
    if (more === null) return null;
    sum += more;
  }
  return sum;
}

/**
 * True where a list of the document as it stands is as long: every entry is read, and for each class its words, before
 * they can be counted.
 */
function hasLongList(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!isJsonObject(value)) return value.length > limits.valuesPerMember || value.some(hasLongList);
  return Object.entries(value).some(([key, member]) => {
    const isTypes = key === 'type' || key === '@type';
    return (isTypes && listOf(member).length > limits.typesPerThing) || hasLongList(member);
  });
}

/** What the document costs to read: a thing for each object, and a part of one for each other value. */
function thingsIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1 / limits.valuesPerThing;
  const members: readonly Json[] = isJsonObject(value) ? Object.values(value) : value;
  let things = isJsonObject(value) ? 1 : 0;
  for (const member of members) things += thingsIn(member);
  return things;
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
