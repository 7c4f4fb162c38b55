import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Loss } from './canonical-rdf.ts';

/**
 * JSON pointers (RFC 6901) of everything in the document that the losses may mean: every place where a dropped word
 * stands, so that rather too much than too little is called unsigned. A loss that cannot be placed is the whole
 * document, whose pointer is the empty string.
 */
export function unsignedPaths(document: JsonObject, losses: readonly Loss[]): readonly string[] {
  const paths = new Set<string>();
  for (const loss of losses) {
    const found = loss.kind === 'unclear' ? [] : [...placesOf(document, loss, '')];
    if (found.length === 0) paths.add('');
    for (const path of found) paths.add(path);
  }
  return [...paths].filter((path) => ![...paths].some((other) => path.startsWith(`${other}/`))).sort();
}

/**
 * True when a lost path lies where it would change what the badge says or to whom. Never accepted as partly signed.
 * Endorsements as tokens are not: the standard gives a Profile and an Achievement a member for them that its vocabulary has
 * no word for, and each token has a signature of its own.
 */
export function isCorePath(path: string): boolean {
  const plain = path.replace(/\/\d+(?=\/|$)/g, '');
  if (plain.endsWith('/endorsementJwt')) return false;
  return corePaths.some(
    (core) => plain === core || plain.startsWith(`${core}/`) || core.startsWith(`${plain}/`),
  );
}

const corePaths = [
  '/@context',
  '/id',
  '/type',
  '/issuer',
  '/credentialSubject/id',
  '/credentialSubject/identifier',
  '/credentialSubject/achievement',
  '/validFrom',
  '/validUntil',
  '/issuanceDate',
  '/expirationDate',
  '/proof',
];

function* placesOf(value: Json, loss: Loss, path: string): Generator<string> {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* placesOf(entry, loss, `${path}/${index}`);
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      const place = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (loss.kind === 'property' && key === loss.text) yield place;
      else yield* placesOf(member, loss, place);
    }
  } else if (loss.kind === 'value' && value === loss.text) yield path;
}
