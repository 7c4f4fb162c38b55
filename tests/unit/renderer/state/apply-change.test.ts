import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../../renderer/state/apply-change.ts';
import type { BadgeCard, LibraryChange, LibraryView } from '../../../../shared/ipc/views.ts';

// Only the id and the name are looked at here.
const card = (id: string, name = id): BadgeCard => ({ id, name }) as BadgeCard;
const view: LibraryView = {
  libraryId: 'l',
  badges: [card('a'), card('b')],
  bin: [],
  collections: [{ id: 'c', name: 'C', parentId: null, search: null, badgeIds: [] }],
  identities: [],
  knownIssuers: [],
  registries: [],
  packs: [],
  portfolios: [],
  receipts: [],
  history: { undo: null, redo: null },
  problems: [],
  readOnly: false,
};
const nothing: LibraryChange = {
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
  history: { undo: 'Add', redo: null },
};

describe('a change of the library', () => {
  it('replaces known badges in place, takes out removed ones and puts new ones last', () => {
    const changed = applyChange(view, { ...nothing, upserted: [card('d'), card('b', 'B2')], removed: ['a'] });
    expect(changed.badges.map(({ name }) => name)).toEqual(['B2', 'd']);
  });

  it('leaves what it does not name as the very same objects, so that nothing is drawn again', () => {
    const changed = applyChange(view, nothing);
    expect(changed.badges).toBe(view.badges);
    expect(changed.collections).toBe(view.collections);
    expect(changed.history.undo).toBe('Add');
    const other = applyChange(view, { ...nothing, upserted: [card('b', 'B2')] });
    expect(other.badges[0]).toBe(view.badges[0]);
  });

  it('shows a badge that is removed and added in one change', () => {
    const changed = applyChange(view, { ...nothing, upserted: [card('a', 'again')], removed: ['a'] });
    expect(changed.badges.map(({ name }) => name)).toContain('again');
  });
});
