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

it('answers that are large push out the oldest, by what they take and not by their number', async () => {
  const asked: string[] = [];
  const memo = createMemo<string>(100, { total: 10, sizeOf: (text) => text.length });
  const ask = (text: string) =>
    memo(text, async () => {
      asked.push(text);
      return text;
    });
  for (const text of ['aaaa', 'bbbb', 'cccc', 'bbbb', 'cccc', 'aaaa']) await ask(text);
  expect(asked).toEqual(['aaaa', 'bbbb', 'cccc', 'aaaa']);
  asked.length = 0;
  // One that is larger than all the room is held until the next comes.
  const large = 'x'.repeat(50);
  for (const text of [large, large, 'dddd', large]) await ask(text);
  expect(asked).toEqual([large, 'dddd', large]);
});

it('what failed or was pushed out takes no room', async () => {
  const memo = createMemo<string>(100, { total: 10, sizeOf: (text) => text.length });
  for (let round = 0; round < 20; round += 1) {
    await memo(`${round}`, async () => '123456');
    await memo('bad', () => Promise.reject(new Error('not now'))).catch(() => undefined);
  }
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return '1234';
  };
  await memo('19', ask);
  await memo('last', ask);
  await memo('19', ask);
  expect(asked).toBe(1);
});
