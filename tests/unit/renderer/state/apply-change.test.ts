import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../../renderer/state/apply-change.ts';
import type { LibraryView } from '../../../../shared/ipc/views.ts';
import { makeCard } from '../../../factories/card.ts';
import { emptyView, makeChange } from '../../../factories/library-view.ts';

const view: LibraryView = {
  ...emptyView,
  badges: [makeCard('a'), makeCard('b')],
  collections: [{ id: 'c', name: 'C', parentId: null, search: null, badgeIds: [] }],
};

describe('a change of the library', () => {
  it('replaces known badges in place, takes out removed ones and puts new ones last', () => {
    const changed = applyChange(
      view,
      makeChange({ upserted: [makeCard('d'), makeCard('b', { name: 'B2' })], removed: ['a'] }),
    );
    expect(changed.badges.map(({ name }) => name)).toEqual(['B2', 'd']);
  });

  it('leaves what it does not name as the very same objects, so that nothing is drawn again', () => {
    const changed = applyChange(view, makeChange({ history: { undo: 'Add', redo: null } }));
    expect(changed.badges).toBe(view.badges);
    expect(changed.collections).toBe(view.collections);
    expect(changed.history.undo).toBe('Add');
    const other = applyChange(view, makeChange({ upserted: [makeCard('b', { name: 'B2' })] }));
    expect(other.badges[0]).toBe(view.badges[0]);
  });

  it('shows a badge that is removed and added in one change', () => {
    const changed = applyChange(
      view,
      makeChange({ upserted: [makeCard('a', { name: 'again' })], removed: ['a'] }),
    );
    expect(changed.badges.map(({ name }) => name)).toContain('again');
  });
});
