import { expect, it } from 'vitest';
import { FileMemory } from '../../../electron/node/file-memory.ts';

it('a piece is lent to one at a time, and again when it is given back', async () => {
  const memory = new FileMemory();
  const together = await memory.lend((first) => memory.lend(async (second) => [first, second]));
  expect(together[0]).not.toBe(together[1]);
  expect(together).toContain(await memory.lend(async (piece) => piece));
});

it('a piece comes back from work that failed', async () => {
  const memory = new FileMemory();
  let lent: Uint8Array | null = null;
  const failing = memory.lend(async (piece) => {
    lent = piece;
    throw new Error('not a badge');
  });
  await expect(failing).rejects.toThrow('not a badge');
  expect(await memory.lend(async (piece) => piece)).toBe(lent);
});
