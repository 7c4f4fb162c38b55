import type { Io } from './io.ts';

/** Standard output in few large pieces. */
export interface GatheredOutput {
  /** Takes a text; waits only while much is waiting to be written. */
  write(text: string): Promise<void>;
  /** Resolves once all that was taken is handed to the system; rejects where that failed. */
  flush(): Promise<void>;
}

/**
 * Texts that come quickly one after another are written together: handing each to the system takes as long as making it.
 * A text waits a moment at most, so that what is slow is told at once. `before` is called before anything is written.
 */
export function gatheredOutput(io: Pick<Io, 'out'>, before: () => void): GatheredOutput {
  let waiting = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let written = Promise.resolve();

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const text = waiting;
    waiting = '';
    if (text === '') return written;
    written = written.then(() => {
      before();
      return io.out(text);
    });
    // It is met by whoever writes or flushes next; until then it must not count as unhandled.
    written.catch(() => undefined);
    return written;
  }

  return {
    async write(text) {
      waiting += text;
      if (waiting.length >= enoughCharacters) await flush();
      else timer ??= setTimeout(flush, longestWaitMs);
    },
    flush,
  };
}

const enoughCharacters = 65_536;
const longestWaitMs = 50;
