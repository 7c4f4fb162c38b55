import { listOf, own } from '../badge/fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { contextTexts, contextVariants } from './contexts.generated.ts';

/** What a document's vocabularies allow to be said about what was signed (standards 3.8). */
export type ContextAnswer =
  | { readonly kind: 'known'; readonly variants: number }
  /** Not in the bundle: never fetched. Threats B03, B04. */
  | { readonly kind: 'unknown'; readonly url: string }
  /** Words redefined inside the document, or by a vocabulary that is none of credentials. Threat B02. */
  | { readonly kind: 'inline' };

/** The document behind a bundled URL; `variant` counts the texts known under it, the last stands for all beyond. */
export function bundledContext(url: string, variant: number): JsonObject | null {
  const variants = contextVariants.get(url);
  const sha256 = variants?.[Math.min(variant, variants.length - 1)];
  const text = sha256 === undefined ? undefined : contextTexts.get(sha256);
  if (text === undefined) return null;
  const parsed: unknown = JSON.parse(text);
  return isJsonObject(parsed) ? parsed : null;
}

/**
 * Looks at every `@context` of a document: all must be bundled URLs, exactly as written there. A credential inside may
 * name its own; anything else inside may not.
 */
export function contextsOfDocument(document: JsonObject): ContextAnswer {
  const found = collect(document);
  if (found === null) return { kind: 'inline' };
  const unknown = found.find((url) => !contextVariants.has(url));
  if (unknown !== undefined) return { kind: 'unknown', url: unknown };
  if (found.some((url) => unprotected.has(url)) && found.some((url) => foreign.has(url)))
    return { kind: 'inline' };
  const variants = Math.max(1, ...found.map((url) => contextVariants.get(url)?.length ?? 1));
  return { kind: 'known', variants };
}

/** Open Badges vocabularies whose words a later vocabulary may redefine. */
const unprotected = new Set(
  [...contextVariants.keys()].filter((url) =>
    /imsglobal\.(org\/spec\/ob\/v3p0\/context(\.json|-3\.0\.1\.json|\/ob_v3p0\.jsonld)|github\.io)|jff-vc-edu/.test(
      url,
    ),
  ),
);

/** Bundled vocabularies that define words which badges show, and that no credential needs beside an Open Badges one. */
const foreign = new Set([
  'https://w3id.org/openbadges/v2',
  'https://openbadgespec.org/v2/context.json',
  'https://w3id.org/security/v1',
  'https://w3id.org/security/v2',
  'https://www.w3.org/ns/did/v1',
]);

/** What names its own vocabularies wherever it stands (VCDM 2.0, sections 4.13 and 4.14). */
const credentialTypes: ReadonlySet<Json> = new Set(['VerifiableCredential', 'EnvelopedVerifiableCredential']);

/** Every context URL in the document; null where one is no URL or stands where no credential begins. */
function collect(document: JsonObject): readonly string[] | null {
  const found: string[] = [];
  return collectFrom(document, true, found) ? found : null;
}

function collectFrom(value: Json, mayNameContexts: boolean, found: string[]): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((entry: Json) => collectFrom(entry, mayNameContexts, found));
  if (!isJsonObject(value)) return true;
  for (const key of Object.keys(value)) {
    const member = value[key] ?? null;
    if (key !== '@context') {
      if (!collectFrom(member, false, found)) return false;
      continue;
    }
    const isCredential =
      mayNameContexts || listOf(own(value, 'type')).some((type) => credentialTypes.has(type));
    const urls = isCredential ? listOf(member) : null;
    if (urls === null || !urls.every((entry) => typeof entry === 'string')) return false;
    found.push(...urls);
  }
  return true;
}
