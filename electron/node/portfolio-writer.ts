import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { type FilePort, type FsPort, fsFlags, nodeFs } from './fs-port.ts';
import { isNotFound, storeError } from './store-error.ts';

export interface WriteOptions {
  /** Stops the writing; the target is then as it was before. */
  readonly signal?: AbortSignal;
  readonly fs?: FsPort;
}

/**
 * Writes a text to `target` as UTF-8, all of it or nothing: under a temporary name in the same folder, synced, then
 * renamed over the target. A symbolic link at the target is replaced, never followed. Rejects with `input/cancelled`,
 * `store/disk-full`, `store/no-permission`, `store/read-only` or `export/cannot-write`; what the source of the pieces
 * throws passes through. In every such case no temporary file stays and an older file at the target is untouched.
 */
export async function writePortfolio(
  target: string,
  pieces: AsyncIterable<string>,
  options: WriteOptions = {},
): Promise<void> {
  const { signal, fs = nodeFs } = options;
  const folder = dirname(target);
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.part`);
  stopWhenCancelled(signal);
  await coded(() => refuseFolder(fs, target));
  const file = await coded(() => fs.open(temporary, fsFlags.createNew, exportMode));
  try {
    await writeAll(file, pieces, signal);
    stopWhenCancelled(signal);
    await coded(() => fs.rename(temporary, target));
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await fs.syncFolder(folder).catch(() => undefined);
}

/** An export is made to be shared: the person's umask decides who may read it. */
const exportMode = 0o666;

/** Enough for few system calls, little enough to hold. In UTF-16 units. */
const batchLength = 1_048_576;

async function writeAll(file: FilePort, pieces: AsyncIterable<string>, signal: AbortSignal | undefined) {
  try {
    let batch: string[] = [];
    let length = 0;
    for await (const piece of pieces) {
      stopWhenCancelled(signal);
      batch.push(piece);
      length += piece.length;
      if (length < batchLength) continue;
      await flush(file, batch);
      batch = [];
      length = 0;
    }
    await flush(file, batch);
    await coded(() => file.sync());
  } finally {
    await coded(() => file.close());
  }
}

async function flush(file: FilePort, batch: readonly string[]): Promise<void> {
  const bytes = Buffer.from(batch.join(''), 'utf8');
  await coded(() => file.write(bytes));
}

function stopWhenCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CodedError('input/cancelled');
}

async function refuseFolder(fs: FsPort, target: string): Promise<void> {
  const found = await fs.lstat(target).catch((error: unknown) => {
    if (isNotFound(error)) return null;
    throw error;
  });
  if (found?.isFolder) throw new CodedError('export/cannot-write', { name: basename(target) });
}

/** What stands in the way of an export, by code: the disk and the rights by their own, everything else by one. */
async function coded<Value>(action: () => Promise<Value>): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    const found = storeError(error);
    throw found.code === 'store/io' ? new CodedError('export/cannot-write', {}, { cause: error }) : found;
  }
}
