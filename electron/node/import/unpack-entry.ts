import { crc32, inflateRawSync } from 'node:zlib';
import { viewOf } from '../../../shared/archive/bytes-view.ts';
import type { ZipEntry } from '../../../shared/archive/zip-entries.ts';
import { CodedError } from '../../../shared/errors.ts';

/**
 * The contents of an entry out of its packed bytes and the descriptor behind them. Never makes more bytes than the
 * archive said; what does not fit its size, its checksum or its descriptor to the last bit is `archive/damaged-entry`.
 */
export function unpackEntry(entry: ZipEntry, packed: Uint8Array): Uint8Array {
  if (entry.refusal !== null) throw new CodedError(entry.refusal, { kind: entry.method });
  const data = packed.subarray(0, entry.packedBytes);
  const descriptor = packed.subarray(entry.packedBytes);
  const bytes = entry.method === 0 ? data.slice() : inflated(data, entry.sizeBytes);
  const isWhole =
    data.length === entry.packedBytes &&
    bytes.length === entry.sizeBytes &&
    crc32(bytes) === entry.crc32 &&
    descriptor.length === entry.descriptorBytes &&
    descriptorAgrees(descriptor, entry);
  if (!isWhole) throw new CodedError('archive/damaged-entry');
  return bytes;
}

function inflated(data: Uint8Array, sizeBytes: number): Uint8Array {
  try {
    const answer: unknown = inflateRawSync(data, { maxOutputLength: Math.max(1, sizeBytes), info: true });
    // With `info` the answer is the pair of contents and engine; the engine counts what it took in.
    const { buffer, engine } = answer as { buffer: Uint8Array; engine: { bytesWritten: number } };
    if (engine.bytesWritten !== data.length) throw new CodedError('archive/damaged-entry');
    return new Uint8Array(buffer);
  } catch (error) {
    throw error instanceof CodedError ? error : new CodedError('archive/damaged-entry', {}, { cause: error });
  }
}

/** With or without its signature, with numbers of 32 or of 64 bits (APPNOTE.TXT 4.3.9). */
function descriptorAgrees(descriptor: Uint8Array, { crc32: sum, packedBytes, sizeBytes }: ZipEntry): boolean {
  const { length } = descriptor;
  if (length === 0) return true;
  const view = viewOf(descriptor);
  const isSigned = length === 16 || length === 24;
  if (isSigned && view.getUint32(0, true) !== descriptorSignature) return false;
  const numbers = isSigned ? 4 : 0;
  if (view.getUint32(numbers, true) !== sum) return false;
  const told =
    length < 20
      ? [BigInt(view.getUint32(numbers + 4, true)), BigInt(view.getUint32(numbers + 8, true))]
      : [view.getBigUint64(numbers + 4, true), view.getBigUint64(numbers + 12, true)];
  return told[0] === BigInt(packedBytes) && told[1] === BigInt(sizeBytes);
}

const descriptorSignature = 0x08074b50;
