import { type FilePort, type FsPort, nodeFs } from '../../electron/node/fs-port.ts';

/** A file system of which one step goes wrong. */
export interface FaultyFs extends FsPort {
  /** Steps taken so far that change or synchronise something. */
  readonly steps: () => number;
}

export interface Fault {
  /** The steps with these numbers, counted from 1, fail. */
  readonly failsAt: (step: number) => boolean;
  /** Such as `ENOSPC`. */
  readonly code: string;
}

/** The real file system; a failing write first writes half, as a full disk does. */
export function faultyFs({ failsAt, code }: Fault): FaultyFs {
  let steps = 0;
  const failure = () => Object.assign(new Error(`${code}: injected`), { code });
  function step(): void {
    steps += 1;
    if (failsAt(steps)) throw failure();
  }
  const file = (inner: FilePort): FilePort => ({
    stat: inner.stat,
    read: inner.read,
    write: async (bytes) => {
      steps += 1;
      if (!failsAt(steps)) return await inner.write(bytes);
      await inner.write(bytes.subarray(0, bytes.length >> 1));
      throw failure();
    },
    truncate: async (length) => {
      step();
      await inner.truncate(length);
    },
    sync: async () => {
      step();
      await inner.sync();
    },
    close: inner.close,
  });
  return {
    ...nodeFs,
    steps: () => steps,
    open: async (path, flags, mode) => {
      if (mode !== undefined) step();
      return file(await nodeFs.open(path, flags, mode));
    },
    mkdir: async (path, mode) => {
      step();
      await nodeFs.mkdir(path, mode);
    },
    rename: async (from, to) => {
      step();
      await nodeFs.rename(from, to);
    },
    syncFolder: async (path) => {
      step();
      await nodeFs.syncFolder(path);
    },
  };
}
