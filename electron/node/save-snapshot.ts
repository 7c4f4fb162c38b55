import path from 'node:path';
import { readWhole, sha256Hex } from './files.ts';
import type { FsPort } from './fs-port.ts';
import type { JournalWriter } from './journal.ts';
import type { LibraryCore } from './library-core.ts';
import type { LibraryPaths } from './library-files.ts';
import { type Loaded, newestReports } from './load.ts';
import { type JournalPart, writeSnapshot } from './snapshot.ts';

export interface SnapshotSource {
  readonly id: string;
  readonly fs: FsPort;
  readonly paths: LibraryPaths;
  readonly cacheDir: string;
  readonly core: LibraryCore;
  readonly writer: JournalWriter;
  readonly loaded: Loaded;
}

/**
 * Writes what is in memory as the snapshot for the next start, with the hash of exactly those parts of the journals that
 * it was made of. Where that cannot be told for sure, or nothing is new, nothing is written: a snapshot costs time
 * when it is missing, and must never say more or less than the journals.
 */
export async function saveSnapshot(source: SnapshotSource): Promise<void> {
  const { id, fs, cacheDir, core, loaded } = source;
  const journals = await partsInMemory(source).catch(() => null);
  if (journals === null) return;
  await writeSnapshot(fs, cacheDir, id, {
    state: core.state,
    journals,
    reports: newestReports(core.state, core.reports),
  });

  async function partsInMemory({ paths, writer }: SnapshotSource): Promise<readonly JournalPart[] | null> {
    const own = writer.appended();
    if (own === 'nothing') return loaded.isFresh ? loaded.journals : null;
    if (own === 'unclear') return null;
    const before = loaded.journals.find(({ file }) => file === own.file);
    if ((before?.end ?? 0) !== own.start) return null;
    const bytes = await readWhole(fs, path.join(paths.journal, own.file));
    const part = {
      file: own.file,
      end: own.end,
      sha256: sha256Hex(bytes.subarray(0, own.end)),
      badLines: before?.badLines ?? [],
    };
    return [...loaded.journals.filter(({ file }) => file !== own.file), part];
  }
}
