import { expect, it } from 'vitest';
import { useLibrary } from '../../../../renderer/state/library-store.ts';
import { usePlace } from '../../../../renderer/state/place-store.ts';
import { prepareSearch, shownBadges } from '../../../../renderer/state/shown-badges.ts';
import type { BadgeCard } from '../../../../shared/ipc/views.ts';
import { makeCard } from '../../../factories/card.ts';
import { emptyView } from '../../../factories/library-view.ts';

it('the first letter of a search finds every text ready, once the search was prepared', () => {
  let read = 0;
  const cards: readonly BadgeCard[] = ['welding', 'chess'].map((id) =>
    Object.defineProperty(makeCard(id), 'description', {
      get: () => {
        read += 1;
        return `What ${id} is for`;
      },
    }),
  );
  useLibrary.getState().loaded({ ...emptyView, badges: cards });
  prepareSearch();
  const readBefore = read;
  expect(readBefore).toBeGreaterThan(0);
  usePlace.getState().setSearch('for weld');
  expect(shownBadges().map(({ id }) => id)).toEqual(['welding']);
  expect(read).toBe(readBefore);
});
