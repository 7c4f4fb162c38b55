import { own } from '../badge/fields.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Finding } from './run.ts';

/**
 * The extensions in an Open Badge up to 2.x (standards 1.7, "Extensions"): those of which the shape is known must keep
 * it; any other is named and says nothing about the badge.
 */
export function checkExtensions(document: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  for (const extension of extensionsIn(document)) {
    const name = nameOf(extension);
    const rules = knownExtensions[name];
    if (rules === undefined) {
      const facts = { what: name };
      findings.push({
        id: 'extension.unknown',
        outcome: 'not-applicable',
        code: 'structure/extension-unknown',
        facts,
      });
      continue;
    }
    const broken = rules.find((rule) => !rule.isKept(memberOf(extension, rule.names)));
    if (broken === undefined) continue;
    const what = `${name}.${broken.names[0]}`;
    findings.push({
      id: 'structure.extension',
      outcome: 'fail',
      code: 'structure/bad-value',
      facts: { what },
    });
  }
  return findings;
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

function memberOf(extension: JsonObject, names: readonly string[]): Json | undefined {
  const name = names.find((candidate) => Object.hasOwn(extension, candidate));
  return name === undefined ? undefined : own(extension, name);
}

/** `ExampleExtension` of `extensions:ExampleExtension`, `obi:extensions/#ExampleExtension` and the full IRI. */
function nameOf(extension: JsonObject): string {
  const name = typesOf(extension).find((type) => !/(^|[/#:])Extension$/.test(type)) ?? 'unnamed';
  return name.split(/[:#/]/).at(-1) ?? name;
}

function extensionsIn(value: Json): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((entry: Json) => extensionsIn(entry));
  if (!isJsonObject(value)) return [];
  const inner = Object.values(value).flatMap(extensionsIn);
  return typesOf(value).some((type) => /(^|[/#:])Extension$/.test(type)) ? [value, ...inner] : inner;
}
