import type { Completion } from '../../../shared/badge/complete-badge.ts';
import { CodedError, codeOf } from '../../../shared/errors.ts';
import type { BadgeDetails, Failure, LibraryChange } from '../../../shared/ipc/views.ts';
import { badgeHistory } from '../../../shared/library/badge-history.ts';
import { filledFacts } from '../../../shared/library/described.ts';
import { sha256Of } from '../../../shared/library/facts-of.ts';
import { contradict, familyOf } from '../../../shared/library/family.ts';
import { ownEvidenceOf } from '../../../shared/library/own-words.ts';
import { isInBin, isShown } from '../../../shared/library/presence.ts';
import { changeSentences } from '../../../shared/text/changes.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { headlineOf } from '../../../shared/text/verdicts.ts';
import { programWrittenMs } from '../../../shared/verify/clock-sanity.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import { checkBadges } from '../check/check.ts';
import type { Rejudging } from '../check/judged-anew.ts';
import { readBadge } from '../check/read-badge.ts';
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
import { capturedDocuments, newestCaptureMs, noPacks } from './captures.ts';
import { createCardCache } from './card-cache.ts';
import { editLibrary } from './edit-library.ts';
import { followJournals } from './follow-journals.ts';
import type { JournalWriter } from './journal.ts';
import type { JournalTracker } from './journal-tracker.ts';
import type { Library, Picture } from './library.ts';
import type { LibraryCore } from './library-core.ts';
import type { LibraryPaths } from './library-files.ts';
import type { Loaded } from './load.ts';
import type { Lock } from './lock.ts';
import { createMissingFiles } from './missing-files.ts';
import type { ObjectStore } from './object-store.ts';
import { pictureOf, pictureOfDataUri } from './picture.ts';
import { createProblems } from './problems.ts';
import { purgeDue } from './purge.ts';
import { recordsAbout } from './records-about.ts';
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
  const report: Library['report'] = async (badgeId) => {
    shownCard(badgeId);
    return await lastReport(badgeId);
  };
  const trust = createTrustSource({ state: core.state, documents: parts.documents, clock });
  const judging: Rejudging = {
    ...parts,
    trust,
    lastReport,
    report: lastReport,
  };
  const issuers = issuerActions(judging);
  const ownBadges = (): number => cards.view().badges.filter(({ recipient }) => recipient === 'yours').length;

  function shownCard(badgeId: string) {
    const card = cards.card(badgeId);
    if (card === null) throw new CodedError('store/not-found');
    return card;
  }

  /** The facts of a badge that is here: `shownCard` has seen them. */
  function factsOfShown(badgeId: string) {
    shownCard(badgeId);
    const facts = core.state.badges.get(badgeId)?.facts?.value;
    if (facts === undefined) throw new CodedError('store/not-found');
    return facts;
  }

  /** The facts of a badge that is here or in the bin. */
  function factsOfKept(badgeId: string) {
    const entry = core.state.badges.get(badgeId);
    if (entry === undefined || !(isShown(entry) || isInBin(entry))) throw new CodedError('store/not-found');
    return entry.facts.value;
  }

  const ownEvidence = (badgeId: string) => {
    const entry = core.state.badges.get(badgeId);
    return entry === undefined ? [] : ownEvidenceOf(entry);
  };

  const describedOf = (badgeId: string) => core.state.badges.get(badgeId)?.described?.value ?? null;

  /** The badge of a file, with what captured documents say of it. */
  async function completed(badgeId: string): Promise<Completion> {
    const badge = await readBadge(parts, badgeId);
    if (describedOf(badgeId) === null) return { badge, taken: [], asked: [] };
    const captured = capturedDocuments(core.state, parts.documents, noPacks);
    return await parts.engine.complete(badge, captured).catch(() => ({ badge, taken: [], asked: [] }));
  }

  async function image(badgeId: string): Promise<Picture | null> {
    const { picture } = filledFacts(factsOfKept(badgeId), describedOf(badgeId));
    switch (picture.from) {
      case 'none':
        return null;
      case 'file':
        return pictureOf(await originals.get(sha256Of(badgeId)));
      case 'data': {
        const { badge } = await completed(badgeId);
        return pictureOfDataUri(badge.images[picture.index]?.url ?? '');
      }
    }
  }

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
    details: async (badgeId): Promise<BadgeDetails> => {
      const card = shownCard(badgeId);
      const facts = factsOfShown(badgeId);
      const { badge, taken } = await completed(badgeId);
      const newest = await report(badgeId);
      const { partOf, holds, inFile } = familyOf(core.state, badgeId);
      const named = (id: string) => ({ id, name: cards.card(id)?.name ?? '' });
      return {
        card,
        badge,
        taken,
        changes: changeSentences(newest?.changes ?? [], describedOf(badgeId)?.rewritten ?? []),
        partOf: partOf === null ? null : named(partOf),
        holds: holds.map(named),
        inFile,
        contradictsTwin: card.sameAs !== null && contradict(facts, factsOfShown(card.sameAs)),
        report: newest,
        headline: newest === null ? null : headlineOf(newest, clock.now()),
        fileName: facts.fileName,
        sha256: sha256Of(badgeId),
        sizeBytes: facts.sizeBytes,
        container: facts.container,
        rawText: badge.source.text,
        collectionIds: cards
          .view()
          .collections.filter(({ badgeIds }) => badgeIds.includes(badgeId))
          .map((collection) => collection.id),
        note: card.noteText,
        evidence: ownEvidence(badgeId),
        issuerSeen: issuerSeenView(newest, badge, core.state),
      };
    },
    report,
    original: async (badgeId) => {
      const { mediaType, fileName } = factsOfShown(badgeId);
      const sha256 = sha256Of(badgeId);
      return { bytes: await originals.get(sha256), sha256, mediaType, fileName };
    },
    image: async (badgeId) => {
      try {
        return await image(badgeId);
      } catch (error) {
        if (codeOf(error) === 'store/file-missing') following.noticeMissing(sha256Of(badgeId));
        throw error;
      }
    },
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
    evidenceFile: async (badgeId, evidenceId) => {
      shownCard(badgeId);
      const found = ownEvidence(badgeId).find((one) => one.id === evidenceId);
      if (found?.kind !== 'file') throw new CodedError('store/not-found');
      const { sha256, mediaType, fileName } = found;
      return { bytes: await parts.evidence.get(sha256), sha256, mediaType, fileName };
    },
    purgeDue: () => purgeDue(parts),
    history: async (badgeId) => {
      factsOfKept(badgeId);
      const records = await recordsAbout(fs, paths.journal, id, badgeId);
      const nameOf = (collection: string) => core.state.collections.get(collection)?.name?.value ?? '';
      return badgeHistory(records, badgeId, (collection) => displayName(nameOf(collection)));
    },
    ...issuers,
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
