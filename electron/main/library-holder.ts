import type { Library } from '../node/library/library.ts';

/** The open library, which can be closed and opened again without anybody who uses it knowing. */
export interface LibraryHolder {
  readonly library: Promise<Library>;
  /**
   * Closes the library for as long as `work` runs, and opens it again whatever becomes of it. What runs comes to its end
   * first, what is asked meanwhile waits. Where it does not open again (a full disk, another program), whatever is asked of
   * it next tries to open it.
   */
  without<Value>(work: () => Promise<Value>): Promise<Value>;
}

type Listener = Parameters<Library['subscribe']>[0];

/** `onLate`: it is open again after all, and others may have written to it meanwhile. */
export function holdLibrary(open: () => Promise<Library>, onLate = (): void => undefined): LibraryHolder {
  const listeners = new Map<Listener, () => void>();
  let current: Library | null = null;
  let last: Library | null = null;
  /** null: nobody has closed it. */
  let pause: Promise<void> | null = null;
  /** null: nobody opens it after it did not open again. */
  let late: Promise<void> | null = null;
  let running = 0;
  let onIdle: (() => void) | null = null;

  async function openNow(): Promise<void> {
    current = await open();
    last = current;
    for (const listener of listeners.keys()) listeners.set(listener, current.subscribe(listener));
  }

  function subscribe(listener: Listener): () => void {
    listeners.set(listener, current?.subscribe(listener) ?? (() => undefined));
    return () => {
      listeners.get(listener)?.();
      listeners.delete(listener);
    };
  }

  function openLate(): Promise<void> {
    late ??= openNow()
      .then(onLate)
      .finally(() => {
        late = null;
      });
    return late;
  }

  async function whenOpen(use: (library: Library) => unknown): Promise<unknown> {
    while (pause !== null || current === null) await (pause ?? openLate());
    // Counted in the turn in which it is found open: nobody closes it in between.
    running += 1;
    try {
      return await use(current);
    } finally {
      running -= 1;
      if (running === 0) onIdle?.();
    }
  }

  async function close(): Promise<void> {
    while (pause !== null || late !== null) await (pause ?? late?.catch(() => undefined));
    await current?.close();
  }

  /** Methods that answer at once come from memory, which a closed library still has; all others wait. */
  function member(key: string | symbol): unknown {
    if (key === 'subscribe') return subscribe;
    const value: unknown = Reflect.get(last ?? {}, key);
    if (typeof value !== 'function') return value;
    if (immediate.has(key)) return (...words: unknown[]) => Reflect.apply(value, last, words);
    // What did not open need not be closed.
    if (key === 'close') return close;
    return (...words: unknown[]) =>
      whenOpen((library) => {
        const method: unknown = Reflect.get(library, key);
        return typeof method === 'function' ? Reflect.apply(method, library, words) : undefined;
      });
  }

  // Its members are those of the library that is open, one by one.
  const facade = new Proxy({} as Library, { get: (_, key) => member(key) });

  return {
    library: openNow().then(() => facade),
    without: async (work) => {
      while (pause !== null || late !== null) await (pause ?? late?.catch(() => undefined));
      let release: () => void = () => undefined;
      pause = new Promise((resolve) => {
        release = () => {
          pause = null;
          resolve();
        };
      });
      try {
        if (running > 0) {
          await new Promise<void>((resolve) => {
            onIdle = resolve;
          });
          onIdle = null;
        }
        const closing = current;
        current = null;
        await closing?.close();
        try {
          return await work();
        } finally {
          await openNow().catch(() => undefined);
        }
      } finally {
        release();
      }
    },
  };
}

const immediate: ReadonlySet<string | symbol> = new Set(['view', 'captures', 'knownIssuers', 'knowledge']);
