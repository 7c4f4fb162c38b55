import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Loss } from './canonical-rdf.ts';

/**
 * JSON pointers (RFC 6901) of everything in the document that the losses may mean: every place where a dropped word
 * stands, so that rather too much than too little is called unsigned. A loss that cannot be placed is the whole
 * document, whose pointer is the empty string. One walk, however many losses and places there are.
 */
export function unsignedPaths(document: JsonObject, losses: readonly Loss[]): readonly string[] {
  if (losses.length === 0) return [];
  const namesOf = (kind: Loss['kind']) =>
    new Set(losses.flatMap((loss) => (loss.kind === kind ? [loss.text] : [])));
  const lost: Lost = { properties: namesOf('property'), values: namesOf('value') };
  const found: Lost = { properties: new Set(), values: new Set() };
  const paths: string[] = [];
  addPlaces(document, '', false, { lost, found, paths });
  const isPlaced =
    lost.properties.size === found.properties.size &&
    lost.values.size === found.values.size &&
    losses.every(({ kind }) => kind !== 'unclear');
  return isPlaced ? paths.sort() : [''];
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

/** The words that were dropped, as names of members and as values. */
interface Lost {
  readonly properties: Set<string>;
  readonly values: Set<string>;
}

interface Search {
  readonly lost: Lost;
  readonly found: Lost;
  readonly paths: string[];
}

/** `isInside`: within a place that is lost as a whole, whose own path says enough. */
function addPlaces(value: Json, path: string, isInside: boolean, search: Search): void {
  const { lost, found, paths } = search;
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) addPlaces(entry, `${path}/${index}`, isInside, search);
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      const place = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const isLost = lost.properties.has(key);
      if (isLost) found.properties.add(key);
      if (isLost && !isInside) paths.push(place);
      addPlaces(member, place, isInside || isLost, search);
    }
  } else if (typeof value === 'string' && lost.values.has(value)) {
    found.values.add(value);
    if (!isInside) paths.push(path);
  }
}
