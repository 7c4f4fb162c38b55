import { CodedError } from '../errors.ts';

/** The bytes of a file, of which only those that are asked for need to be read. */
export interface ByteSource {
  /** In bytes. */
  readonly length: number;
  /** From `start` to before `end`, both within the file: good until the next question. */
  bytes(start: number, end: number): Uint8Array;
  /** The big-endian number of four bytes at `at`, within the file. */
  uint32(at: number): number;
}

/** A file that is in memory. */
export function wholeBytes(bytes: Uint8Array): ByteSource {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    length: bytes.length,
    bytes: (start, end) => bytes.subarray(start, end),
    uint32: (at) => view.getUint32(at),
  };
}

/**
 * A file of `length` bytes that is looked at through two windows: one stays at its head, the other moves on. The other is
 * small after a leap, and grows where everything on the way is looked at, so that many small parts cost few reads.
 *
 * `read` fills the target from a place in the file, as far as the file goes: it throws where the file ends earlier.
 */
export function windowedBytes(length: number, read: (target: Uint8Array, at: number) => void): ByteSource {
  const head = windowOf(memory.head);
  const moving = windowOf(memory.moving);
  let step: number = headBytes;

  function load(window: Window, at: number, wanted: number): void {
    window.start = at;
    // Nothing is there until it is read.
    window.end = at;
    const end = Math.min(length, at + wanted);
    read(window.memory.subarray(0, end - at), at);
    window.end = end;
  }

  /** The window with these bytes in it; null where they are more than it can hold. */
  function windowAt(start: number, end: number): Window | null {
    if (start >= head.start && end <= head.end) return head;
    if (start >= moving.start && end <= moving.end) return moving;
    if (head.end === 0 && end <= headBytes) {
      load(head, 0, headBytes);
      return head;
    }
    if (end - start > movingBytes) return null;
    const isNext = start - Math.max(head.end, moving.end) < step;
    step = isNext ? Math.min(step * 2, movingBytes) : headBytes;
    load(moving, start, Math.max(step, end - start));
    return moving;
  }

  return {
    length,
    bytes(start, end) {
      const window = windowAt(start, end);
      if (window !== null) return window.memory.subarray(start - window.start, end - window.start);
      const bytes = new Uint8Array(end - start);
      read(bytes, start);
      return bytes;
    },
    uint32(at) {
      const window = windowAt(at, at + 4);
      if (window === null) throw new CodedError('internal/bug');
      return window.view.getUint32(at - window.start);
    },
  };
}

/** Holds the header and nearly every badge that stands before the pixels. */
const headBytes = 16_384;
const movingBytes = 131_072;

interface Window {
  readonly memory: Uint8Array;
  readonly view: DataView;
  start: number;
  end: number;
}

/** Made once: fresh memory costs more than reading into it. One source at a time is used, from its first to its last question. */
const memory = { head: new Uint8Array(headBytes), moving: new Uint8Array(movingBytes) };

function windowOf(bytes: Uint8Array): Window {
  return { memory: bytes, view: new DataView(bytes.buffer), start: 0, end: 0 };
}
