import { createHash, randomBytes } from 'node:crypto';
import { lstat, open, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { requireOutsideBackpacks } from '../node/export/outside-backpacks.ts';
import type { WrittenLine } from './json-lines.ts';

/**
 * Writes a file whole or not at all: beside the target under a temporary name, flushed, then renamed. What is no
 * ordinary file (`/dev/stdout`, a pipe) is written to and never replaced. Throws `export/cannot-write`,
 * `export/inside-backpack` or `store/*`.
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<WrittenLine> {
  await requireOutsideBackpacks(path);
  try {
    if (await isSpecial(path)) await writeFile(path, bytes);
    else await replaceFile(path, bytes);
  } catch (error) {
    throw error instanceof CodedError ? error : codedWrite(error, path);
  }
  return { file: path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  const handle = await open(temporary, 'wx', 0o666);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await rename(temporary, path);
  } catch (error) {
    await handle.close().catch(ignore);
    await unlink(temporary).catch(ignore);
    throw error;
  }
}

/** True for what is there and is no ordinary file. A folder is `export/cannot-write`. */
export async function isSpecial(path: string): Promise<boolean> {
  const link = await lstat(path).catch(() => null);
  if (link === null) return false;
  const facts = await stat(path).catch(() => null);
  if (facts?.isDirectory()) throw new CodedError('export/cannot-write', { name: basename(path) });
  return facts !== null && !facts.isFile();
}

function codedWrite(cause: unknown, path: string): CodedError {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CodedError('store/disk-full', {}, { cause });
    default:
      return new CodedError('export/cannot-write', { name: basename(path) }, { cause });
  }
}

/** The temporary file may be gone already; the first error is the one to tell. */
function ignore(): void {}
