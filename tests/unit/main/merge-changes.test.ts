import { describe, expect, it } from 'vitest';
import { mergeChanges } from '../../../electron/main/merge-changes.ts';
import { makeCard } from '../../factories/card.ts';
import { makeChange } from '../../factories/library-view.ts';

describe('two changes as one', () => {
  it('hold the newest card of each badge', () => {
    const merged = mergeChanges(
      makeChange({ upserted: [makeCard('a', { name: 'old' }), makeCard('b')] }),
      makeChange({ upserted: [makeCard('a', { name: 'new' }), makeCard('c')] }),
    );
    expect(merged.upserted.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'new'],
      ['b', 'b'],
      ['c', 'c'],
    ]);
  });

  it('drop the card of a badge that went, and the removal of one that came back', () => {
    const merged = mergeChanges(
      makeChange({ upserted: [makeCard('a')], removed: ['b'] }),
      makeChange({ upserted: [makeCard('b')], removed: ['a'] }),
    );
    expect(merged.upserted.map(({ id }) => id)).toEqual(['b']);
    expect(merged.removed).toEqual(['a']);
  });

  it('keep the last collections, identities and history that either told', () => {
    const merged = mergeChanges(
      makeChange({
        collections: [{ id: 'c', name: 'C', parentId: null, search: null, badgeIds: [] }],
        history: { undo: 'first', redo: null },
      }),
      makeChange({ identities: [], history: { undo: 'second', redo: null } }),
    );
    expect(merged.collections).toEqual([{ id: 'c', name: 'C', parentId: null, search: null, badgeIds: [] }]);
    expect(merged.identities).toEqual([]);
    expect(merged.history.undo).toBe('second');
  });

  it('hold the newest list of known issuers and of registries', () => {
    const issuer = (id: string) => ({ id, name: '', note: '', addedAt: '', fingerprints: [], badgeCount: 0 });
    const first = makeChange({ knownIssuers: [issuer('a')], registries: [] });
    expect(mergeChanges(first, makeChange({})).knownIssuers).toEqual([issuer('a')]);
    const second = mergeChanges(first, makeChange({ knownIssuers: [issuer('b')] }));
    expect([second.knownIssuers, second.registries]).toEqual([[issuer('b')], []]);
  });
});
