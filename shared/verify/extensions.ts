import { own } from '../badge/fields.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { Finding } from './run.ts';

/**
 * The extensions in an Open Badge up to 2.x (standards 1.7, "Extensions"): those of which the shape is known must keep
 * it; the other published ones are named; any other is named as not checked and says nothing about the badge.
 */
export function checkExtensions(document: JsonObject): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const extension of extensionsIn(document)) {
    const name = nameOfExtension(extension);
    const finding = findingOf(name, extension);
    const earlier = findings.get(name);
    const isTold = earlier !== undefined || findings.size < limits.extensionsPerBadge;
    if (!isTold && finding.outcome !== 'fail') continue;
    if (earlier === undefined || finding.outcome === 'fail') findings.set(name, finding);
  }
  return [...findings.values()];
}

function findingOf(name: string, extension: JsonObject): Finding {
  const rules = knownExtensions[name];
  if (rules === undefined) {
    const code = publishedExtensions.has(name) ? 'structure/extension-named' : 'structure/extension-unknown';
    const id = publishedExtensions.has(name) ? 'extension.named' : 'extension.unknown';
    return { id, outcome: 'not-applicable', code, facts: { what: name } };
  }
  const broken = rules.find((rule) => !rule.isKept(memberOf(extension, rule.names)));
  if (broken === undefined)
    return {
      id: 'extension.known',
      outcome: 'pass',
      code: 'structure/extension-kept',
      facts: { what: name },
    };
  const what = `${name}.${broken.names[0]}`;
  return { id: 'structure.extension', outcome: 'fail', code: 'structure/bad-value', facts: { what } };
}

interface ExtensionRule {
  readonly names: readonly [string, ...string[]];
  isKept(value: Json | undefined): boolean;
}

const isText = (value: Json | undefined) => typeof value === 'string';
const isTextIfThere = (value: Json | undefined) => value === undefined || typeof value === 'string';
const isUrl = (value: Json | undefined) => typeof value === 'string' && URL.canParse(value);

/** Shapes that the published extensions of the standard ask for. */
const knownExtensions: Readonly<Record<string, readonly ExtensionRule[]>> = {
  ExampleExtension: [
    { names: ['exampleProperty', 'http://schema.org/text', 'schema:text'], isKept: isTextIfThere },
  ],
  ApplyLink: [{ names: ['url', 'http://schema.org/url', 'schema:url'], isKept: isUrl }],
  OriginalCreator: [{ names: ['url', 'http://schema.org/url', 'schema:url'], isKept: isUrl }],
  GeoCoordinates: [
    { names: ['description', 'http://schema.org/description', 'schema:description'], isKept: isText },
  ],
};

/** Published too, for people to read: their contents are shown as they are. */
const publishedExtensions: ReadonlySet<string> = new Set([
  'Accessibility',
  'LicenseExtension',
  'Endorsement',
  'AssessmentExtension',
  'Assessment',
  'IssuerAccreditation',
  'ExtraDescription',
  'RecipientProfile',
]);

function memberOf(extension: JsonObject, names: readonly string[]): Json | undefined {
  const name = names.find((candidate) => Object.hasOwn(extension, candidate));
  return name === undefined ? undefined : own(extension, name);
}

/** `ExampleExtension` of `extensions:ExampleExtension`, `obi:extensions/#ExampleExtension` and the full IRI. */
export function nameOfExtension(extension: JsonObject): string {
  return shortName(typesOf(extension).find((type) => !isMark(type)) ?? 'unnamed');
}

/** The last part of a class's name, however it is spelled out. */
export function shortName(name: string): string {
  return name.split(/[:#/]/).at(-1) ?? name;
}

/** The type that every extension has beside its own. */
function isMark(type: string): boolean {
  return /(^|[/#:])Extension$/.test(type);
}

/** The extensions in a document, at any depth. */
export function extensionsIn(document: Json): readonly JsonObject[] {
  const found: JsonObject[] = [];
  addExtensions(document, found);
  return found;
}

function addExtensions(value: Json, found: JsonObject[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const entry of value) addExtensions(entry, found);
  if (!isJsonObject(value)) return;
  if (typesOf(value).some(isMark)) found.push(value);
  for (const key of Object.keys(value)) addExtensions(value[key] ?? null, found);
}
