import { Unzlib, unzlibSync } from 'fflate/browser';
import { concatBytes } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';

/**
 * Inflates a zlib stream (RFC 1950) of at most `maxBytes` contents. The stream is fed in small pieces and left as soon
 * as it gives more, so that a bomb costs what the limit costs. `onBytes` is told how many came, also of a stream that
 * proves damaged later.
 *
 * @throws CodedError image/inflates-too-much; image/damaged for what is no whole zlib stream
 */
export function inflate(
  bytes: Uint8Array,
  maxBytes: number,
  onBytes: (length: number) => void = () => {},
): Uint8Array {
  const inflated = inflatedAtOnce(bytes);
  if (inflated === null) return inflatedByParts(bytes, maxBytes, onBytes);
  if (inflated.length > maxBytes) throw tooMuch(maxBytes);
  onBytes(inflated.length);
  return inflated;
}

/**
 * What most badges are, a few kilobytes, on memory that is used again: to ask for new memory takes longer than to
 * inflate. Null for all that does not fit, and for damage, which the other way tells.
 */
function inflatedAtOnce(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length > limits.inflateAtOnceBytes) return null;
  memory ??= new Uint8Array(limits.inflateAtOnceContents);
  try {
    const contents = unzlibSync(bytes, { out: memory });
    // What is more than the memory holds is cut off.
    return contents.length < memory.length ? contents.slice() : null;
  } catch {
    return null;
  }
}

let memory: Uint8Array | null = null;

function inflatedByParts(bytes: Uint8Array, maxBytes: number, onBytes: (length: number) => void): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const stream = new Unzlib((part) => {
    total += part.length;
    if (total > maxBytes) throw tooMuch(maxBytes);
    onBytes(part.length);
    parts.push(part);
  });
  try {
    let at = 0;
    do {
      const end = Math.min(at + limits.inflateStepBytes, bytes.length);
      stream.push(bytes.slice(at, end), end === bytes.length);
      at = end;
    } while (at < bytes.length);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('image/damaged', {}, { cause });
  }
  return concatBytes(parts);
}

function tooMuch(limitBytes: number): CodedError {
  return new CodedError('image/inflates-too-much', { limitBytes });
}
