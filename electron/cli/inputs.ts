import { type Dirent, promises as fs } from 'node:fs';
import { join } from 'node:path';
import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';

/** One thing to look at. `shown` is how the person named it, or how it was reached from the folder they named. */
export type Input =
  | { readonly kind: 'file'; readonly shown: string; readonly path: string }
  | { readonly kind: 'stdin'; readonly shown: '-' }
  | { readonly kind: 'url'; readonly shown: string; readonly url: string }
  | { readonly kind: 'refused'; readonly shown: string; readonly code: ErrorCode };

/**
 * The inputs that the arguments name, in their order; a folder's files in the order of their names, its folders among
 * them. Hidden entries of folders are passed over; links in folders are not followed. Never throws: what cannot be
 * looked at is an input of kind `refused`.
 */
export async function* inputsOf(args: readonly string[], signal: AbortSignal): AsyncGenerator<Input> {
  let files = 0;
  for (const shown of args) {
    for await (const input of inputsOfOne(shown)) {
      if (signal.aborted) return;
      files++;
      if (files > limits.importFiles) {
        yield { kind: 'refused', shown: input.shown, code: 'input/too-many-files' };
        return;
      }
      yield input;
    }
  }
}

/** True for an argument that is an address, not a path. */
export function isAddress(argument: string): boolean {
  return /^https?:\/\//i.test(argument);
}

async function* inputsOfOne(shown: string): AsyncGenerator<Input> {
  if (shown === '-') return yield { kind: 'stdin', shown };
  if (isAddress(shown)) return yield { kind: 'url', shown, url: shown };
  if (await isFolder(shown)) return yield* filesIn(shown, 0);
  yield { kind: 'file', shown, path: shown };
}

async function* filesIn(folder: string, depth: number): AsyncGenerator<Input> {
  if (depth >= limits.folderDepth)
    return yield { kind: 'refused', shown: folder, code: 'input/folder-too-deep' };
  let entries: Dirent[];
  try {
    entries = await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    const denied = (error as NodeJS.ErrnoException).code === 'EACCES';
    return yield {
      kind: 'refused',
      shown: folder,
      code: denied ? 'store/no-permission' : 'input/unreadable',
    };
  }
  entries.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, depth + 1);
    else if (entry.isFile()) yield { kind: 'file', shown: path, path };
    else yield { kind: 'refused', shown: path, code: 'input/not-a-file' };
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await fs.stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The error that a refused input stands for. */
export function refusal(code: ErrorCode): CodedError {
  return new CodedError(code);
}
