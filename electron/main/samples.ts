import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import type { DroppedFile } from '../../shared/ipc/dropped-file.ts';

/** The sample badges that come with the app, as bytes: they may lie inside the app's archive. */
export async function readSamples(folder: string): Promise<readonly DroppedFile[]> {
  try {
    const names = (await readdir(folder)).filter((name) => /\.(?:png|svg|json|jws|jwt)$/.test(name)).sort();
    return await Promise.all(
      names.map(async (name) => ({
        kind: 'bytes' as const,
        name,
        bytes: new Uint8Array(await readFile(path.join(folder, name))),
      })),
    );
  } catch (error) {
    throw new CodedError('input/unreadable', {}, { cause: error });
  }
}
