import { hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { CodedError } from '../../shared/errors.ts';
import { type ByteSource, windowedBytes } from '../../shared/image/byte-source.ts';
import { codeOfRead, type FileBytes, hasChanged, isOfTheSystem } from './read-regular-file.ts';

/**
 * `readRegularFile` at once, with the same refusals: for processes that have nothing else to do meanwhile. Handing a small
 * file to another thread and back takes ten times as long as reading it. Where `lent` is large enough, the bytes lie in it.
 */
export function readRegularFileNow(path: string | Buffer, maxBytes: number, lent?: Uint8Array): FileBytes {
  return withRegularFileNow(path, (file, facts) => {
    const { size } = facts;
    if (size > maxBytes) throw new CodedError('input/too-large', { limitBytes: maxBytes });
    const buffer =
      lent !== undefined && size < lent.length
        ? lent.subarray(0, size + 1)
        : Buffer.allocUnsafeSlow(size + 1);
    const length = readFully(file, buffer, 0);
    if (length !== size || hasChanged(facts, fstatSync(file))) throw new CodedError('input/unreadable');
    const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, length);
    return { bytes, sha256: hash('sha256', bytes) };
  });
}

/** Looks at the parts of a regular file that `use` asks for, and reads no others. */
export function withFileWindows<Value>(path: string, use: (source: ByteSource) => Value): Value {
  return withRegularFileNow(path, (file, { size }) => {
    const read = (target: Uint8Array, at: number): void => {
      if (readFully(file, target, at) < target.length) throw new CodedError('input/unreadable');
    };
    return use(windowedBytes(size, read));
  });
}

function withRegularFileNow<Value>(path: string | Buffer, use: (file: number, facts: Stats) => Value): Value {
  try {
    // Opening a device can itself do something, so look before; the look after opening is the one that counts.
    if (!statSync(path).isFile()) throw new CodedError('input/not-a-file');
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = fstatSync(file);
      if (!facts.isFile()) throw new CodedError('input/not-a-file');
      return use(file, facts);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw isOfTheSystem(error) ? new CodedError(codeOfRead(error), {}, { cause: error }) : error;
  }
}

/** Fills the target from a place in the file, as far as it goes; answers how far. */
function readFully(file: number, target: Uint8Array, at: number): number {
  let length = 0;
  while (length < target.length) {
    const count = readSync(file, target, length, target.length - length, at + length);
    if (count === 0) break;
    length += count;
  }
  return length;
}
