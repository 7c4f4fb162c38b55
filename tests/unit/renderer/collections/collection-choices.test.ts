import { describe, expect, it } from 'vitest';
import { collectionChoices } from '../../../../renderer/collections/collection-choices.ts';
import { keyOfPlace, placeOfKey } from '../../../../renderer/collections/place-key.ts';

const school = { id: 's', name: 'School', parentId: null, search: null, badgeIds: ['a', 'b'] };
const work = { id: 'w', name: 'Work', parentId: null, search: null, badgeIds: ['a'] };

describe('the choice of a collection', () => {
  it('offers all of them while nothing is typed, and says which hold all the badges already', () => {
    expect(collectionChoices([school, work], ['a', 'b'], '')).toEqual([
      { kind: 'existing', collection: school, hasAll: true },
      { kind: 'existing', collection: work, hasAll: false },
    ]);
  });

  it('offers a new one of the name typed, but not of a name that there is', () => {
    expect(collectionChoices([school], ['a'], ' Sch ').map(({ kind }) => kind)).toEqual(['existing', 'new']);
    expect(collectionChoices([school], ['a'], 'SCHOOL').map(({ kind }) => kind)).toEqual(['existing']);
  });
});

describe('the key of a place', () => {
  it('leads back to the place', () => {
    for (const place of [{ kind: 'all' }, { kind: 'yours' }, { kind: 'collection', id: 'x-1' }] as const) {
      expect(placeOfKey(keyOfPlace(place))).toEqual(place);
    }
  });
});
