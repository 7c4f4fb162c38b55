/** Passes values on at most once in an interval: the first at once, then the newest; `flush` sends what is left. */
export interface Throttle<Value> {
  push(value: Value): void;
  flush(): void;
}

/** `merge` joins a waiting value with the next one; without it the next replaces it. */
export function createThrottle<Value>(
  intervalMs: number,
  send: (value: Value) => void,
  merge: (waiting: Value, next: Value) => Value = (_waiting, next) => next,
): Throttle<Value> {
  let waiting: { readonly value: Value } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tick(): void {
    timer = null;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(tick, intervalMs);
    send(value);
  }

  return {
    push: (value) => {
      waiting = { value: waiting === null ? value : merge(waiting.value, value) };
      if (timer === null) tick();
    },
    flush: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (waiting === null) return;
      const { value } = waiting;
      waiting = null;
      send(value);
    },
  };
}
