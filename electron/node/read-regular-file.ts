import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { CodedError, type ErrorCode } from '../../shared/errors.ts';

export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * Reads a file in one go: one open, one read, and the hash is of the very bytes that are used. FIFOs, devices, sockets
 * and folders are `input/not-a-file`, and are never waited for; what grows past `maxBytes` is `input/too-large`; what
 * is missing, or is written to meanwhile, is `input/unreadable`; what may not be read is `store/no-permission`.
 */
export async function readRegularFile(path: string | Buffer, maxBytes: number): Promise<FileBytes> {
  return await withRegularFile(path, async (handle) => {
    const bytes = await readAll(handle, maxBytes);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}

/** Opens a regular file for as long as `use` takes; what goes wrong has the codes of `readRegularFile`. */
export async function withRegularFile<Value>(
  path: string | Buffer,
  use: (handle: FileHandle) => Promise<Value>,
): Promise<Value> {
  try {
    // Opening a device can itself do something, so look before; the look after opening is the one that counts.
    if (!(await stat(path)).isFile()) throw new CodedError('input/not-a-file');
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await use(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw isOfTheSystem(error) ? new CodedError(codeOfRead(error), {}, { cause: error }) : error;
  }
}

async function readAll(handle: FileHandle, maxBytes: number): Promise<Uint8Array> {
  const facts = await handle.stat();
  if (!facts.isFile()) throw new CodedError('input/not-a-file');
  if (facts.size > maxBytes) throw new CodedError('input/too-large', { limitBytes: maxBytes });
  // Memory of its own, not filled with zeros first: what was not read is cut off below.
  const buffer = Buffer.allocUnsafeSlow(facts.size + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length !== facts.size || hasChanged(facts, await handle.stat()))
    throw new CodedError('input/unreadable');
  return new Uint8Array(buffer.buffer, 0, length);
}

/** Somebody wrote to the file while it was read: what was read is no whole file, and may be half of two. */
export function hasChanged(
  before: Pick<Stats, 'size' | 'mtimeMs'>,
  after: Pick<Stats, 'size' | 'mtimeMs'>,
): boolean {
  return before.size !== after.size || before.mtimeMs !== after.mtimeMs;
}

/** Errors of the system carry a code; what does not is ours, and stays what it is. */
export function isOfTheSystem(error: unknown): boolean {
  return !(error instanceof CodedError) && typeof (error as NodeJS.ErrnoException).code === 'string';
}

/** Of an error of the system, while a file was opened or read. */
export function codeOfRead(error: unknown): ErrorCode {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'store/no-permission';
    case 'EIO':
    case 'EMFILE':
    case 'ENFILE':
    case 'ENOMEM':
      return 'store/io';
    case 'EISDIR':
    case 'ENXIO':
      return 'input/not-a-file';
    default:
      return 'input/unreadable';
  }
}
