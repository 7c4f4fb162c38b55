import type { Place } from '../state/place-store.ts';

const collectionPrefix = 'collection:';

/** A place as the key of its entry in the list. */
export function keyOfPlace(place: Place): string {
  return place.kind === 'collection' ? `${collectionPrefix}${place.id}` : place.kind;
}

/** The place of an entry; what is no known key is all badges. */
export function placeOfKey(key: string): Place {
  if (key.startsWith(collectionPrefix)) return { kind: 'collection', id: key.slice(collectionPrefix.length) };
  return key === 'yours' || key === 'bin' || key === 'watch' ? { kind: key } : { kind: 'all' };
}
