/** Passes values on at most once in an interval: the first at once, then the newest; `flush` sends what is left. */
export interface Throttle<Value> {
  push(value: Value): void;
  flush(): void;
}

/** An interval that doubles up to `mostMs` while values keep coming, and begins anew after a pause. */
export interface GrowingInterval {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** `merge` joins a waiting value with the next one; without it the next replaces it. */
export function createThrottle<Value>(
  interval: number | GrowingInterval,
  send: (value: Value) => void,
  merge: (waiting: Value, next: Value) => Value = (_waiting, next) => next,
): Throttle<Value> {
  const { firstMs, mostMs } =
    typeof interval === 'number' ? { firstMs: interval, mostMs: interval } : interval;
  let waiting: { readonly value: Value } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let nextMs = firstMs;

  function tick(): void {
    timer = null;
    if (waiting === null) {
      nextMs = firstMs;
      return;
    }
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(tick, nextMs);
    nextMs = Math.min(2 * nextMs, mostMs);
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
