import path from 'node:path';
import { firstTime } from '../../../shared/library/clock.ts';
import { badgeIdOf, factsOf, sha256Of } from '../../../shared/library/facts-of.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { isPurged } from '../../../shared/library/presence.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import { limits } from '../../../shared/limits.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';
import { listFolder } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import type { LibraryCore } from './library-core.ts';
import type { ObjectFile, ObjectStore } from './object-store.ts';

/**
 * Originals of which no record tells what they are: of an import that was cut off, or of a record that was lost. What
 * was deleted for good stays deleted.
 */
export async function orphansOf(state: LibraryState, originals: ObjectStore): Promise<readonly ObjectFile[]> {
  const known = new Set(
    [...state.badges]
      .filter(([, entry]) => entry.facts !== null || isPurged(entry))
      .map(([id]) => sha256Of(id)),
  );
  return (await originals.list()).filter(({ sha256 }) => !known.has(sha256));
}

/**
 * Takes orphans in again from their own bytes, so that what was acknowledged is there even when its record is lost.
 * Those that are damaged or hold no badge stay where they are: `doctor` names them. Answers how many came back. Their
 * records may only be late: a synchronisation brings files in any order. So what is told here gives way to them, to the
 * removal of a badge as well as to its file's name.
 */
export async function adoptOrphans(
  { core, originals, engine, clock }: Recovering,
  orphans: readonly ObjectFile[],
): Promise<number> {
  let adopted = 0;
  for (const { sha256, file } of orphans) {
    const fileName = `${sha256.slice(0, 12)}${path.extname(file)}`;
    const changes: Change[] = [];
    try {
      const bytes = await originals.get(sha256);
      const reading = await engine.read(bytes, fileName);
      const addedAt = new Date(clock.now()).toISOString();
      reading.badges.forEach((_, index) => {
        const facts = factsOf(reading, index, { fileName, sizeBytes: bytes.length });
        changes.push({ kind: 'badge.added', badge: badgeIdOf(sha256, index), addedAt, facts });
      });
    } catch {
      continue;
    }
    if (changes.length === 0) continue;
    const draft = { action: null, changes, at: firstTime };
    await core.commit(() => ({ records: [draft], value: undefined }));
    adopted += 1;
  }
  return adopted;
}

/** Temporary files that nobody can be writing any more. */
export async function oldTemporaryFiles(fs: FsPort, folder: string): Promise<readonly string[]> {
  const old: string[] = [];
  for (const { name, isFile } of await listFolder(fs, folder)) {
    if (!isFile) continue;
    const { modifiedMs } = await fs.lstat(path.join(folder, name));
    if (Date.now() - modifiedMs > limits.oldTemporaryMs) old.push(path.join(folder, name));
  }
  return old;
}

export interface Recovering {
  readonly core: LibraryCore;
  readonly originals: ObjectStore;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
}
