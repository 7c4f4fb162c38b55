import { CodedError } from '../../shared/errors.ts';
import { systemCode } from './store-error.ts';

/** What a system refuses while somebody holds the file. */
export interface Changing {
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  rmdir(path: string): Promise<void>;
}

export interface Patience {
  /** Milliseconds, of a clock that is never set back. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** How long to go on trying. */
  readonly longestMs: number;
}

/**
 * A file system whose renames and removals wait for whoever holds the file: virus scanners on Windows take every fresh
 * one for a moment. Pauses grow up to a second; after `longestMs` in all it gives up with the error of the last attempt,
 * coded as `store/in-use`. Other errors come at once.
 */
export function patientFs<Fs extends Changing>(fs: Fs, { now, sleep, longestMs }: Patience): Fs {
  async function patiently<Value>(attempt: () => Promise<Value>): Promise<Value> {
    const end = now() + longestMs;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        return await attempt();
      } catch (error) {
        if (!isHeld(error)) throw error;
        const leftMs = end - now();
        if (leftMs <= 0) throw new CodedError('store/in-use', {}, { cause: error });
        await sleep(Math.min(pauseMs, leftMs));
      }
    }
  }
  return {
    ...fs,
    rename: (from, to) => patiently(() => fs.rename(from, to)),
    unlink: (path) => patiently(() => fs.unlink(path)),
    rmdir: (path) => patiently(() => fs.rmdir(path)),
  };
}

/** What Windows says of a file that somebody holds, and of one that may not be touched: it does not tell them apart. */
function isHeld(error: unknown): boolean {
  return ['EPERM', 'EBUSY', 'EACCES'].includes(systemCode(error) ?? '');
}

const firstPauseMs = 10;
const longestPauseMs = 1_000;
