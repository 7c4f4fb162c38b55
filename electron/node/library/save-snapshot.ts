import type { FsPort } from '../fs-port.ts';
import type { JournalTracker } from './journal-tracker.ts';
import type { LibraryCore } from './library-core.ts';
import { type Loaded, newestReports } from './load.ts';
import { writeSnapshot } from './snapshot.ts';

export interface SnapshotSource {
  readonly id: string;
  readonly fs: FsPort;
  readonly cacheDir: string;
  readonly core: LibraryCore;
  readonly tracker: JournalTracker;
  readonly loaded: Loaded;
}

/**
 * Writes what is in memory as the snapshot for the next start, with the hash of exactly those parts of the journals that
 * it was made of. Where that cannot be told for sure, or nothing is new, nothing is written: a snapshot costs time
 * when it is missing, and must never say more or less than the journals.
 */
export async function saveSnapshot({
  id,
  fs,
  cacheDir,
  core,
  tracker,
  loaded,
}: SnapshotSource): Promise<void> {
  if (!loaded.isFresh && !core.hasChanged()) return;
  const journals = await tracker.parts().catch(() => null);
  if (journals === null) return;
  await writeSnapshot(fs, cacheDir, id, {
    state: core.state,
    journals,
    reports: newestReports(core.state, core.reports),
  });
}
