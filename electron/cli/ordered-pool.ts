/**
 * Applies work to each item, up to `jobs` at once, and answers in the order of the items. Items are pulled only as
 * fast as answers are taken, so a folder of any size needs the memory of `jobs` items.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  jobs: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  const source = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      while (running.length < jobs) {
        const { done, value } = await source.next();
        if (done === true) break;
        const promise = work(value);
        promise.catch(ignore);
        running.push(promise);
      }
      const first = running.shift();
      if (first === undefined) return;
      yield await first;
    }
  } finally {
    await Promise.allSettled(running);
    await source.return?.();
  }
}

/** A rejection is met where its turn comes; until then it must not count as unhandled. */
function ignore(): void {}
