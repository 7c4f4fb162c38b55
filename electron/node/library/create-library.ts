import type { Failure, LibraryChange } from '../../../shared/ipc/views.ts';
import { sha256Of } from '../../../shared/library/facts-of.ts';
import { programWrittenMs } from '../../../shared/verify/clock-sanity.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { Checking } from '../check/check.ts';
import { checkBadges } from '../check/check.ts';
import { withRejudging } from '../check/rejudge.ts';
import { nodeCrypto } from '../crypto.ts';
import type { BadgeEngine } from '../engine.ts';
import { randomName } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { hostsToAsk } from '../network/hosts-to-ask.ts';
import { askRegistry } from '../trust/ask-registry.ts';
import { issuerActions } from '../trust/issuer-actions.ts';
import { issuerListActions } from '../trust/issuer-list-actions.ts';
import { issuerSeenView } from '../trust/issuer-seen-view.ts';
import { trustPackActions } from '../trust/trust-pack.ts';
import { createTrustSource } from '../trust/trust-source.ts';
import { badgeAnswers } from './badge-answers.ts';
import { capturedDocuments, newestCaptureMs } from './captures.ts';
import { createCardCache } from './card-cache.ts';
import { editLibrary } from './edit-library.ts';
import { followJournals } from './follow-journals.ts';
import type { JournalWriter } from './journal.ts';
import type { JournalTracker } from './journal-tracker.ts';
import type { Library } from './library.ts';
import type { LibraryCore } from './library-core.ts';
import type { LibraryPaths } from './library-files.ts';
import type { Loaded } from './load.ts';
import type { Lock } from './lock.ts';
import { createMissingFiles } from './missing-files.ts';
import type { ObjectStore } from './object-store.ts';
import { createProblems } from './problems.ts';
import { purgeDue } from './purge.ts';
import { readReport } from './reports.ts';
import { saveSnapshot } from './save-snapshot.ts';

export interface LibraryParts {
  readonly id: string;
  readonly fs: FsPort;
  readonly paths: LibraryPaths;
  readonly cacheDir: string;
  readonly core: LibraryCore;
  readonly writer: JournalWriter | null;
  readonly lock: Lock | null;
  readonly originals: ObjectStore;
  readonly documents: ObjectStore;
  readonly evidence: ObjectStore;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly loaded: Loaded;
  readonly tracker: JournalTracker;
  /** Takes in what other devices write. */
  readonly isWatching: boolean;
  readonly problems: readonly Failure[];
}

/** The library over its parts. */
export function createLibrary(parts: LibraryParts): Library {
  const { id, fs, paths, core, originals, clock } = parts;
  const missing = createMissingFiles(originals);
  const cards = createCardCache({
    state: core.state,
    clock,
    digest: nodeCrypto.digest,
    isFileMissing: (badgeId) => missing.has(sha256Of(badgeId)),
  });
  const problems = createProblems(parts.problems, missing, (badgeId) => cards.card(badgeId)?.name ?? null);
  const following = followJournals({ ...parts, missing, journalFolder: paths.journal });
  const listeners = new Set<(change: LibraryChange) => void>();
  core.subscribe((touched) => {
    const change = { ...cards.update(touched), problems: problems.news() };
    for (const listener of listeners) listener(change);
  });

  const lastReport = (badgeId: string) => readReport(fs, paths.journal, core, badgeId);
  const trust = createTrustSource({ state: core.state, documents: parts.documents, clock });
  const judging: Checking = { ...parts, trust, lastReport };
  const ownBadges = (): number => cards.view().badges.filter(({ recipient }) => recipient === 'yours').length;

  const daily = setInterval(() => void purgeDue(parts).catch(() => undefined), dayMs);
  daily.unref();

  return {
    id,
    readOnly: core.readOnly,
    view: () => ({
      libraryId: id,
      ...cards.view(),
      problems: problems.now(),
      readOnly: core.readOnly,
    }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // What reads files of all kinds is half of the library's code, and a library opens without it.
    importFiles: async (sources, options) => {
      const { importFiles } = await import('../import/import.ts');
      return await importFiles({ ...parts, card: cards.card }, sources, options);
    },
    check: (ids, options) => checkBadges(judging, ids, options),
    hostsToAsk: (ids, options) => hostsToAsk(judging, ids, options),
    ...badgeAnswers({ ...parts, cards, lastReport, noticeMissing: following.noticeMissing }),
    captures: () => capturedDocuments(core.state, parts.documents),
    knowledge: () => ({
      captured: capturedDocuments(core.state, parts.documents),
      trustFor: (badge) => trust.trustFor(badge),
      notBeforeMs: Math.max(programWrittenMs, newestCaptureMs(core.state)),
      issuerSeen: (report, badge) => issuerSeenView(report, badge, core.state),
    }),
    ...editLibrary({
      ...parts,
      card: cards.card,
      ownBadges,
      follow: (action) => withRejudging(judging, action),
    }),
    noteExport: (facts) =>
      core.commit(() => ({
        records: [{ action: null, changes: [{ kind: 'export.noted', receipt: randomName(), facts }] }],
        value: undefined,
      })),
    purgeDue: () => purgeDue(parts),
    ...issuerActions(judging),
    ...issuerListActions(judging),
    ...trustPackActions(judging, parts),
    askRegistry: (registryId, asked) => askRegistry(judging, registryId, asked),
    refresh: following.refresh,
    close: async () => {
      clearInterval(daily);
      following.stop();
      try {
        await core.end();
        if (parts.writer !== null) await saveSnapshot(parts);
        await parts.writer?.close();
      } finally {
        await parts.lock?.release();
      }
    },
  };
}

const dayMs = 86_400_000;
