import type { Library } from '../node/library/library.ts';

/** The open library, which can be closed and opened again without anybody who uses it knowing. */
export interface LibraryHolder {
  readonly library: Promise<Library>;
  /**
   * Closes the library for as long as `work` runs, and opens it again whatever becomes of it. What runs comes to its end
   * first, what is asked meanwhile waits.
   */
  without<Value>(work: () => Promise<Value>): Promise<Value>;
}

type Listener = Parameters<Library['subscribe']>[0];

export function holdLibrary(open: () => Promise<Library>): LibraryHolder {
  const listeners = new Map<Listener, () => void>();
  let current: Library | null = null;
  let last: Library | null = null;
  let failure: unknown;
  /** null: nobody has closed it. */
  let pause: Promise<void> | null = null;
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

  async function whenOpen(use: (library: Library) => unknown): Promise<unknown> {
    while (pause !== null) await pause;
    if (current === null) throw failure;
    running += 1;
    try {
      return await use(current);
    } finally {
      running -= 1;
      if (running === 0) onIdle?.();
    }
  }

  /** Methods that answer at once come from memory, which a closed library still has; all others wait. */
  function member(key: string | symbol): unknown {
    if (key === 'subscribe') return subscribe;
    const value: unknown = Reflect.get(last ?? {}, key);
    if (typeof value !== 'function') return value;
    if (immediate.has(key)) return (...words: unknown[]) => Reflect.apply(value, last, words);
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
      while (pause !== null) await pause;
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
          await openNow().catch((error) => {
            failure = error;
          });
        }
      } finally {
        release();
      }
    },
  };
}

const immediate: ReadonlySet<string | symbol> = new Set(['view', 'captures', 'knownIssuers', 'knowledge']);
