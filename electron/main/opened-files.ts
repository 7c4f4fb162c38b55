import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { DroppedFile } from '../../shared/ipc/dropped-file.ts';
import type { ImportSummary } from '../../shared/ipc/import-views.ts';
import { limits } from '../../shared/limits.ts';
import type { ImportFlow } from './import-flow.ts';
import { filesOfSecondInstance } from './second-instance.ts';

/** What the system opens with the app. */
export interface OpenedFiles {
  /** Imports files that the system opened with the app. */
  open(files: readonly string[]): void;
  /** The same with what a second instance handed over, whoever that was. */
  openHandedOver(data: unknown): void;
}

export interface OpenedFilesOptions {
  readonly imports: Pick<ImportFlow, 'run'>;
  /** There are some. */
  readonly begin: () => void;
  /** What came of them: nobody asked for it in the window. */
  readonly tell: (summary: ImportSummary) => Promise<void>;
}

/** Takes into the library what the system opens with the app. */
export function takeOpenedFiles({ imports, begin, tell }: OpenedFilesOptions): OpenedFiles {
  async function take(files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    begin();
    await tell(await imports.run(await readOpenedFiles(files.slice(0, limits.importFiles))));
  }

  // Whatever stops this whole import (a library that does not open) is what the window shows already.
  const open = (files: readonly string[]): void => void take(files).catch(() => undefined);
  return { open, openHandedOver: (data) => open(filesOfSecondInstance(data)) };
}

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
