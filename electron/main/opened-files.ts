import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { DroppedFile } from '../../shared/ipc/dropped-file.ts';

/**
 * Files that the system opened with the app: only regular files are looked at. A folder, a link, a FIFO or a device may
 * have been put there by somebody else, so each of them is refused by name.
 */
export async function readOpenedFiles(
  paths: readonly string[],
  isRegularFile: (file: string) => Promise<boolean> = isRegular,
): Promise<readonly DroppedFile[]> {
  return Promise.all(
    paths.map(async (file): Promise<DroppedFile> => {
      if (await isRegularFile(file)) return { kind: 'path', path: file };
      return { kind: 'refused', name: path.basename(file).slice(0, 1_024), code: 'input/not-a-file' };
    }),
  );
}

async function isRegular(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isFile();
  } catch {
    return false;
  }
}
