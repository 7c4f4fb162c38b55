import { afterEach, expect, it } from 'vitest';
import { useDesk } from '../../../../renderer/desk/desk-store.ts';
import { whenAtRest } from '../../../../renderer/desk/when-at-rest.ts';
import { deskRow } from '../../../factories/desk.ts';

afterEach(() => useDesk.getState().clear());

it('what is counted and said when a check is done has the last rows in it, though the answer comes before them', async () => {
  const { apply } = useDesk.getState();
  apply({ rows: [deskRow({ id: 'f0.0' })], progress: { done: 1, total: 2 } });
  const counted = whenAtRest().then(() => useDesk.getState().rows.length);
  apply({ rows: [deskRow({ id: 'f1.0' })], progress: null });
  expect(await counted).toBe(2);
});

it('a desk at which nothing is under way rests', async () => {
  await expect(whenAtRest()).resolves.toBeUndefined();
});
