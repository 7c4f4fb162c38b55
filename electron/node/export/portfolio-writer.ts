import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import type { PagePiece } from '../../../shared/portfolio/page-pieces.ts';
import { type FilePort, type FsPort, fsFlags, nodeFs } from '../fs-port.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { isNotFound } from '../store-error.ts';
import { leavingAs } from './leaving.ts';
import { requireOutsideBackpacks } from './outside-backpacks.ts';

export interface WriteOptions {
  /** Stops the writing; the target is then as it was before. */
  readonly signal?: AbortSignal;
  readonly fs?: FsPort;
}

/**
 * Writes texts (as UTF-8), bytes and bytes as base64 to `target`, all of it or nothing: under a temporary name in the same folder, synced, then
 * renamed over the target. A symbolic link at the target is replaced, never followed. Rejects with `input/cancelled`,
 * `store/disk-full`, `export/inside-backpack` or `export/cannot-write`; what the source of the pieces throws passes through. In every such case no temporary file stays and an older file at the target is untouched.
 */
export async function writePortfolio(
  target: string,
  pieces: AsyncIterable<PagePiece | Uint8Array>,
  options: WriteOptions = {},
): Promise<void> {
  const { signal, fs = nodeFs } = options;
  const folder = dirname(target);
  const name = basename(target);
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.part`);
  stopWhenCancelled(signal);
  await requireOutsideBackpacks(target, fs);
  await leavingAs(name, () => refuseFolder(fs, target));
  const file = await leavingAs(name, () => fs.open(temporary, fsFlags.createNew, exportMode));
  try {
    await writeAll(file, name, pieces, signal);
    stopWhenCancelled(signal);
    await leavingAs(name, () => fs.rename(temporary, target));
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await fs.syncFolder(folder).catch(() => undefined);
}

/** An export is made to be shared: the person's umask decides who may read it. */
const exportMode = 0o666;

/** Enough for few system calls, little enough to hold. In bytes. */
const batchBytes = 1_048_576;

async function writeAll(
  file: FilePort,
  name: string,
  pieces: AsyncIterable<PagePiece | Uint8Array>,
  signal: AbortSignal | undefined,
) {
  const batch = Buffer.allocUnsafe(batchBytes);
  let length = 0;
  async function flush(): Promise<void> {
    if (length === 0) return;
    const bytes = batch.subarray(0, length);
    length = 0;
    await leavingAs(name, () => file.write(bytes));
  }
  /** ASCII straight into the batch: no bytes are made in between. */
  async function putDigits(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; at += base64Part) {
      const digits = bytes.toString('base64', at, at + base64Part);
      if (length + digits.length > batchBytes) await flush();
      length += batch.write(digits, length, 'latin1');
    }
  }
  async function put(bytes: Uint8Array): Promise<void> {
    if (length + bytes.length > batchBytes) await flush();
    if (bytes.length >= batchBytes) await leavingAs(name, () => file.write(bytes));
    else {
      batch.set(bytes, length);
      length += bytes.length;
    }
  }
  try {
    for await (const piece of pieces) {
      stopWhenCancelled(signal);
      if (typeof piece === 'string') await put(Buffer.from(piece, 'utf8'));
      else if (piece instanceof Uint8Array) await put(piece);
      else {
        const { buffer, byteOffset, byteLength } = piece.base64;
        await putDigits(Buffer.from(buffer, byteOffset, byteLength));
      }
    }
    await flush();
    await leavingAs(name, () => file.sync());
  } finally {
    await leavingAs(name, () => file.close());
  }
}

/**
 * A multiple of three, so that the base64 of the parts joins without padding between them; small, since long texts stay in
 * memory until it is full. In bytes.
 */
const base64Part = 3 * 8_192;

async function refuseFolder(fs: FsPort, target: string): Promise<void> {
  const found = await fs.lstat(target).catch((error: unknown) => {
    if (isNotFound(error)) return null;
    throw error;
  });
  if (found?.isFolder) throw new CodedError('export/cannot-write', { name: basename(target) });
}
