/** How much of what is remembered may be in memory. */
export interface MemoRoom<Value> {
  readonly total: number;
  readonly sizeOf: (value: Value) => number;
}

/**
 * Remembers what was asked for lately: the same key gets the same answer, one that is still on its way too. What failed is
 * asked for again. `room`: where answers may be large, the oldest are forgotten for the newest.
 */
export function createMemo<Value>(
  maxEntries: number,
  room: MemoRoom<Value> = { total: 0, sizeOf: () => 0 },
): (key: string, ask: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  const sizes = new Map<Promise<Value>, number>();
  let taken = 0;

  function forget(key: string, answer: Promise<Value>): void {
    if (known.get(key) !== answer) return;
    known.delete(key);
    taken -= sizes.get(answer) ?? 0;
    sizes.delete(answer);
  }

  function makeRoom(isOver: () => boolean): void {
    for (const [key, answer] of known) {
      if (known.size <= 1 || !isOver()) return;
      forget(key, answer);
    }
  }

  function arrived(key: string, answer: Promise<Value>, value: Value): void {
    if (known.get(key) !== answer) return;
    const size = room.sizeOf(value);
    sizes.set(answer, size);
    taken += size;
    makeRoom(() => taken > room.total);
  }

  return (key, ask) => {
    const held = known.get(key);
    const answer = held ?? ask();
    known.delete(key);
    known.set(key, answer);
    if (held === undefined) {
      answer.then(
        (value) => arrived(key, answer, value),
        () => forget(key, answer),
      );
    }
    makeRoom(() => known.size > maxEntries);
    return answer;
  };
}
