import { expect, it } from 'vitest';
import { createBreather } from '../../../electron/cli/breather.ts';

it('others have their turn in work that waits for nothing', async () => {
  const breathe = createBreather(0);
  let heard = false;
  setImmediate(() => {
    heard = true;
  });
  await breathe();
  expect(heard).toBe(true);
});

it('most calls return at once', () => {
  const breathe = createBreather(60_000);
  expect([breathe(), breathe()]).toEqual([null, null]);
});
