import { expect, it } from 'vitest';
import { inOrder } from '../../../electron/cli/ordered-pool.ts';

async function* numbers(count: number, onPull: (index: number) => void = () => {}) {
  for (let index = 0; index < count; index++) {
    onPull(index);
    yield index;
  }
}

it('answers come in the order of the items, however long each takes', async () => {
  const answers: number[] = [];
  const work = async (item: number) => {
    await new Promise((resolve) => setTimeout(resolve, (5 - (item % 5)) * 3));
    return item;
  };
  for await (const answer of inOrder(numbers(20), 4, work)) answers.push(answer);
  expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

it('no more than the given number run at once, and that many do', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running--;
    return item;
  };
  for await (const _ of inOrder(numbers(30), 3, work)) expect(running).toBeLessThanOrEqual(3);
  expect(most).toBe(3);
});

it('items are pulled only as fast as answers are taken', async () => {
  let pulled = 0;
  const answers = inOrder(
    numbers(1_000, () => pulled++),
    2,
    async (item) => item,
  );
  await answers.next();
  expect(pulled).toBeLessThanOrEqual(3);
  await answers.return(undefined);
});

it('a failure comes at its own place', async () => {
  const answers: number[] = [];
  const work = async (item: number) => {
    if (item === 3) throw new Error('three');
    return item;
  };
  await expect(
    (async () => {
      for await (const answer of inOrder(numbers(6), 4, work)) answers.push(answer);
    })(),
  ).rejects.toThrow('three');
  expect(answers).toEqual([0, 1, 2]);
});
