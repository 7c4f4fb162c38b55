import { describe, expect, it } from 'vitest';
import { mergeChanges } from '../../../electron/main/merge-changes.ts';
import type { BadgeCard, LibraryChange } from '../../../shared/ipc/views.ts';

function card(id: string, name: string): BadgeCard {
  return {
    id,
    name,
    description: '',
    issuerName: '',
    issuerId: '',
    version: '3.0',
    issuedOn: null,
    expires: null,
    addedAt: '2026-01-01T00:00:00Z',
    tags: [],
    imageUrl: null,
    verdict: null,
    verdictAsOf: null,
    recipient: 'not-checked',
    sameAs: null,
    skills: [],
    hasNote: false,
    noteText: '',
    evidenceCount: 0,
  };
}

function change(more: Partial<LibraryChange>): LibraryChange {
  return {
    upserted: [],
    removed: [],
    bin: null,
    problems: null,
    collections: null,
    identities: null,
    knownIssuers: null,
    registries: null,
    packs: null,
    portfolios: null,
    receipts: null,
    history: { undo: null, redo: null },
    ...more,
  };
}

describe('two changes as one', () => {
  it('hold the newest card of each badge', () => {
    const merged = mergeChanges(
      change({ upserted: [card('a', 'old'), card('b', 'b')] }),
      change({ upserted: [card('a', 'new'), card('c', 'c')] }),
    );
    expect(merged.upserted.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'new'],
      ['b', 'b'],
      ['c', 'c'],
    ]);
  });

  it('drop the card of a badge that went, and the removal of one that came back', () => {
    const merged = mergeChanges(
      change({ upserted: [card('a', 'a')], removed: ['b'] }),
      change({ upserted: [card('b', 'b')], removed: ['a'] }),
    );
    expect(merged.upserted.map(({ id }) => id)).toEqual(['b']);
    expect(merged.removed).toEqual(['a']);
  });

  it('keep the last collections, identities and history that either told', () => {
    const merged = mergeChanges(
      change({
        collections: [{ id: 'c', name: 'C', parentId: null, search: null, badgeIds: [] }],
        history: { undo: 'first', redo: null },
      }),
      change({ identities: [], history: { undo: 'second', redo: null } }),
    );
    expect(merged.collections).toEqual([{ id: 'c', name: 'C', parentId: null, search: null, badgeIds: [] }]);
    expect(merged.identities).toEqual([]);
    expect(merged.history.undo).toBe('second');
  });

  it('hold the newest list of known issuers and of registries', () => {
    const issuer = (id: string) => ({ id, name: '', note: '', addedAt: '', fingerprints: [], badgeCount: 0 });
    const first = change({ knownIssuers: [issuer('a')], registries: [] });
    expect(mergeChanges(first, change({})).knownIssuers).toEqual([issuer('a')]);
    const second = mergeChanges(first, change({ knownIssuers: [issuer('b')] }));
    expect([second.knownIssuers, second.registries]).toEqual([[issuer('b')], []]);
  });
});
