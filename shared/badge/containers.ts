import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isIri, listOf, objectOf, own, textOf } from './fields.ts';
import { typesOf } from './terms.ts';

/** One place of a document where credentials lie, as member names from its root. */
export type InnerPath = readonly string[];

/**
 * Where a wrapper keeps its credentials: a presentation in `verifiableCredential`, a CLR 2.0 in
 * `credentialSubject.verifiableCredential`, an answer of the Open Badges 3.0 API in `credential` and
 * `compactJwsString`, one of Badge Connect 2.1 in `assertions`, `signedAssertions` and `results`.
 */
export function innerPathsOf(document: JsonObject): readonly InnerPath[] {
  const types = typesOf(document);
  if (types.includes('ClrCredential')) return [['credentialSubject', 'verifiableCredential']];
  const known = [
    'verifiableCredential',
    'credential',
    'compactJwsString',
    'assertions',
    'signedAssertions',
    'results',
  ];
  return known.flatMap((member) => (isInner(own(document, member)) ? [[member]] : []));
}

/** The values at such a path, as a list. */
export function innerValues(document: JsonObject, path: InnerPath): readonly Json[] {
  const [member = '', ...rest] = path;
  const value = own(document, member);
  if (rest.length === 0) return listOf(value);
  const object = objectOf(value);
  return object === null ? [] : innerValues(object, rest);
}

/** The id of who holds a presentation: a URL, or an object with one (VCDM 2.0 section 4.13). Null for what names nobody. */
export function holderOf(document: JsonObject): string | null {
  const holder = own(document, 'holder');
  const id = isJsonObject(holder) ? own(holder, 'id') : holder;
  return isIri(id) ? id : null;
}

/** The token inside an EnvelopedVerifiableCredential or -Presentation (VCDM 2.0 section 4.13); null for anything else. */
export function envelopedToken(document: JsonObject): string | null {
  const isEnvelope = typesOf(document).some((type) =>
    /^EnvelopedVerifiable(Credential|Presentation)$/.test(type),
  );
  const id = textOf(own(document, 'id'));
  if (!isEnvelope || id === null) return null;
  const match = /^data:application\/[a-z+-]{1,40}(?:;[a-z0-9=-]{1,40})?,/i.exec(id);
  return match === null ? null : id.slice(match[0].length);
}

function isInner(value: Json | undefined): boolean {
  return listOf(value).some((entry) => isJsonObject(entry) || typeof entry === 'string');
}
