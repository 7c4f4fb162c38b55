import { CodedError } from '../../../shared/errors.ts';
import { type FilePort, type FsPort, fsFlags } from '../fs-port.ts';
import { isNotFound, storing } from '../store-error.ts';

/** The bytes of a backup, of which a part is read at a time. */
export interface BackupBytes {
  readonly sizeBytes: number;
  /** A copy; `backup/damaged` for what lies outside or does not come. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Opens a file that the person named, hands it to `use` and closes it again: one opening, so that all is of one file. */
export async function withBackupFile<Value>(
  fs: FsPort,
  file: string,
  use: (bytes: BackupBytes) => Promise<Value>,
): Promise<Value> {
  const handle = await storing(() => fs.open(file, fsFlags.read).catch(sayWhenMissing));
  try {
    const { size, isFile } = await storing(() => handle.stat());
    if (!isFile) throw new CodedError('input/not-a-file');
    return await use({ sizeBytes: size, read: (offset, length) => readPart(handle, size, offset, length) });
  } finally {
    await handle.close().catch(() => undefined);
  }
}

function sayWhenMissing(error: unknown): never {
  throw isNotFound(error) ? new CodedError('input/unreadable', {}, { cause: error }) : error;
}

async function readPart(handle: FilePort, size: number, offset: number, length: number): Promise<Uint8Array> {
  if (offset < 0 || length < 0 || offset + length > size) throw new CodedError('backup/damaged');
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const count = await storing(() => handle.read(bytes, done, length - done, offset + done));
    if (count === 0) throw new CodedError('backup/damaged');
    done += count;
  }
  return bytes;
}
