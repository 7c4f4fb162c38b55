import { webUtils } from 'electron';
import { dropLimits } from '../../shared/ipc/drop-limits.ts';
import type { DroppedFile } from '../../shared/ipc/dropped-file.ts';

/**
 * Dropped or pasted files for main: those that lie on disk by their path, which the page never sees, the others by
 * their bytes. One after another, so that a large drop is not in memory twice.
 */
export async function readDroppedFiles(files: readonly File[]): Promise<DroppedFile[]> {
  const read: DroppedFile[] = [];
  // A page may pass anything; main refuses an empty list.
  if (!Array.isArray(files)) return read;
  for (const file of files.slice(0, dropLimits.files + 1)) read.push(await readDroppedFile(file));
  return read;
}

/** One of them: whatever a page passes that is no file is refused by its name. */
export async function readDroppedFile(file: File): Promise<DroppedFile> {
  if (!(file instanceof File)) return { kind: 'refused', name: '', code: 'input/unreadable' };
  const path = webUtils.getPathForFile(file);
  if (path !== '') return { kind: 'path', path };
  const name = file.name.slice(0, dropLimits.nameCharacters);
  if (file.size > dropLimits.fileBytes) return { kind: 'refused', name, code: 'input/too-large' };
  try {
    return { kind: 'bytes', name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { kind: 'refused', name, code: 'input/unreadable' };
  }
}
