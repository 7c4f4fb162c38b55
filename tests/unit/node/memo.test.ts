import { expect, it } from 'vitest';
import { createMemo } from '../../../electron/node/memo.ts';

it('the same key is asked for once, and again when others pushed it out', async () => {
  const asked: string[] = [];
  const memo = createMemo<string>(2);
  const ask = (key: string) =>
    memo(key, async () => {
      asked.push(key);
      return key.toUpperCase();
    });
  expect(await Promise.all([ask('a'), ask('a')])).toEqual(['A', 'A']);
  for (const key of ['b', 'a', 'c', 'a', 'b']) await ask(key);
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

it('what failed is asked for again', async () => {
  const memo = createMemo<string>(2);
  const failing = memo('a', async () => {
    throw new Error('not now');
  });
  await expect(failing).rejects.toThrow('not now');
  expect(await memo('a', async () => 'now')).toBe('now');
});
