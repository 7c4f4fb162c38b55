import { describe, expect, it } from 'vitest';
import { groupOf, hasOwnOrder, orderOf } from '../../../../renderer/state/shown-order.ts';
import { defaultSettings } from '../../../../shared/ipc/default-settings.ts';
import type { CollectionView } from '../../../../shared/ipc/views.ts';
import { emptySearch } from '../../../../shared/library/search.ts';

const collections: readonly CollectionView[] = [
  { id: 'hand', name: 'By hand', parentId: null, search: null, badgeIds: [] },
  { id: 'smart', name: 'Smart', parentId: null, search: emptySearch, badgeIds: [] },
];
const settings = { ...defaultSettings, sort: 'name', sortDescending: false } as const;

describe('in which order a place is shown', () => {
  it('a collection that badges are put into keeps its own', () => {
    expect(orderOf({ kind: 'collection', id: 'hand' }, collections, settings).by).toBe('own');
    expect(hasOwnOrder({ kind: 'collection', id: 'hand' }, collections)).toBe(true);
  });

  it('every other place, and a collection that is a search, has the common one', () => {
    for (const place of [{ kind: 'all' }, { kind: 'yours' }, { kind: 'collection', id: 'smart' }] as const) {
      expect(orderOf(place, collections, settings)).toEqual({ by: 'name', descending: false });
      expect(hasOwnOrder(place, collections)).toBe(false);
    }
  });

  it('a timeline is in the order of the days of issue, the newest first, in any place', () => {
    const timeline = { ...settings, view: 'timeline', collectionSort: 'own' } as const;
    for (const place of [{ kind: 'all' }, { kind: 'collection', id: 'hand' }] as const)
      expect(orderOf(place, collections, timeline)).toEqual({ by: 'issued', descending: true });
  });

  it('a timeline is by month, whatever the groups elsewhere', () => {
    expect(groupOf({ ...settings, view: 'timeline', groupBy: 'issuer' })).toBe('month');
    expect(groupOf({ ...settings, view: 'list', groupBy: 'issuer' })).toBe('issuer');
  });
});
