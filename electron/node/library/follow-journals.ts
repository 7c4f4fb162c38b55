import { sha256Of } from '../../../shared/library/facts-of.ts';
import { isShown } from '../../../shared/library/presence.ts';
import { limits } from '../../../shared/limits.ts';
import type { ArrivedRecord, JournalTracker } from './journal-tracker.ts';
import type { LibraryCore } from './library-core.ts';
import type { MissingFiles } from './missing-files.ts';
import { watchFolder } from './watch-folder.ts';

export interface FollowingOptions {
  readonly core: LibraryCore;
  readonly tracker: JournalTracker;
  readonly missing: MissingFiles;
  readonly journalFolder: string;
  readonly isWatching: boolean;
}

/** Takes in what other devices add to their journals, and the files that a synchronisation brings after them. */
export interface Following {
  /** Looks now. */
  refresh(): Promise<void>;
  /** A file was asked for and is not here: it is named, and looked for again. */
  noticeMissing(sha256: string): void;
  stop(): void;
}

export function followJournals(options: FollowingOptions): Following {
  const { core, tracker, missing, journalFolder, isWatching } = options;

  const look = (files: readonly string[] = []): Promise<void> =>
    core.takeIn(async () => {
      const records = await tracker.arrived();
      const changed = await missing.look([...filesOf(records), ...files]);
      const touched = [...core.state.badges]
        .filter(([id, entry]) => changed.size > 0 && changed.has(sha256Of(id)) && isShown(entry))
        .map(([id]) => id);
      return { records, touched };
    });

  const stop = isWatching
    ? watchFolder(journalFolder, look, { pollMs: limits.journalPollMs, settleMs: limits.journalSettleMs })
    : () => undefined;
  return {
    refresh: () => look(),
    noticeMissing: (sha256) => {
      if (isWatching) void look([sha256]).catch(() => undefined);
    },
    stop,
  };
}

/** The files of the badges that some records brought. */
function filesOf(arrived: readonly ArrivedRecord[]): ReadonlySet<string> {
  const changes = arrived.flatMap(({ record }) => record.changes);
  return new Set(
    changes.flatMap((change) => (change.kind === 'badge.added' ? [sha256Of(change.badge)] : [])),
  );
}
