import type { Completion } from '../../../shared/badge/complete-badge.ts';
import { CodedError, codeOf } from '../../../shared/errors.ts';
import type { BadgeDetails } from '../../../shared/ipc/views.ts';
import { badgeHistory } from '../../../shared/library/badge-history.ts';
import { filledFacts } from '../../../shared/library/described.ts';
import { sha256Of } from '../../../shared/library/facts-of.ts';
import { contradict, familyOf } from '../../../shared/library/family.ts';
import { ownEvidenceOf } from '../../../shared/library/own-words.ts';
import { isInBin, isShown } from '../../../shared/library/presence.ts';
import { changeSentences } from '../../../shared/text/changes.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { headlineOf } from '../../../shared/text/verdicts.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { type ReadingBadges, readBadge } from '../check/read-badge.ts';
import type { FsPort } from '../fs-port.ts';
import { issuerSeenView } from '../trust/issuer-seen-view.ts';
import { capturedDocuments, noPacks } from './captures.ts';
import type { CardCache } from './card-cache.ts';
import type { Library, Picture } from './library.ts';
import type { LibraryPaths } from './library-files.ts';
import type { ObjectStore } from './object-store.ts';
import { pictureOf, pictureOfDataUri } from './picture.ts';
import { recordsAbout } from './records-about.ts';

/** The library, for what is asked about one badge. */
export interface AskedLibrary extends ReadingBadges {
  readonly id: string;
  readonly fs: FsPort;
  readonly paths: LibraryPaths;
  readonly documents: ObjectStore;
  readonly evidence: ObjectStore;
  readonly clock: Clock;
  readonly cards: CardCache;
  /** The last whole report of a badge; null: none. */
  readonly lastReport: (badgeId: string) => Promise<Report | null>;
  /** The original of this hash was not there when it was asked for. */
  readonly noticeMissing: (sha256: string) => void;
}

type Answers = Pick<Library, 'details' | 'report' | 'original' | 'image' | 'evidenceFile' | 'history'>;

/** What the library answers about one badge. */
export function badgeAnswers(library: AskedLibrary): Answers {
  const { id, fs, paths, core, originals, documents, clock, cards, lastReport } = library;
  const entryOf = (badgeId: string) => core.state.badges.get(badgeId);
  const describedOf = (badgeId: string) => entryOf(badgeId)?.described?.value ?? null;

  function shownCard(badgeId: string) {
    const card = cards.card(badgeId);
    if (card === null) throw new CodedError('store/not-found');
    return card;
  }

  /** The facts of a badge that is here: `shownCard` has seen them. */
  function factsOfShown(badgeId: string) {
    shownCard(badgeId);
    const facts = entryOf(badgeId)?.facts?.value;
    if (facts === undefined) throw new CodedError('store/not-found');
    return facts;
  }

  /** The facts of a badge that is here or in the bin. */
  function factsOfKept(badgeId: string) {
    const entry = entryOf(badgeId);
    if (entry === undefined || !(isShown(entry) || isInBin(entry))) throw new CodedError('store/not-found');
    return entry.facts.value;
  }

  function ownEvidence(badgeId: string) {
    const entry = entryOf(badgeId);
    return entry === undefined ? [] : ownEvidenceOf(entry);
  }

  /** The badge of a file, with what captured documents say of it. */
  async function completed(badgeId: string): Promise<Completion> {
    const badge = await readBadge(library, badgeId);
    if (describedOf(badgeId) === null) return { badge, taken: [], asked: [] };
    const captured = capturedDocuments(core.state, documents, noPacks);
    return await library.engine.complete(badge, captured).catch(() => ({ badge, taken: [], asked: [] }));
  }

  async function details(badgeId: string): Promise<BadgeDetails> {
    const card = shownCard(badgeId);
    const facts = factsOfShown(badgeId);
    const { badge, taken } = await completed(badgeId);
    const newest = await report(badgeId);
    const { partOf, holds, inFile } = familyOf(core.state, badgeId);
    const named = (id: string) => ({ id, name: cards.card(id)?.name ?? '' });
    const { collections } = cards.view();
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
      collectionIds: collections.filter(({ badgeIds }) => badgeIds.includes(badgeId)).map(({ id }) => id),
      note: card.noteText,
      evidence: ownEvidence(badgeId),
      issuerSeen: issuerSeenView(newest, badge, core.state),
    };
  }

  async function report(badgeId: string): Promise<Report | null> {
    shownCard(badgeId);
    return await lastReport(badgeId);
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

  return {
    details,
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
        if (codeOf(error) === 'store/file-missing') library.noticeMissing(sha256Of(badgeId));
        throw error;
      }
    },
    evidenceFile: async (badgeId, evidenceId) => {
      shownCard(badgeId);
      const found = ownEvidence(badgeId).find((one) => one.id === evidenceId);
      if (found?.kind !== 'file') throw new CodedError('store/not-found');
      const { sha256, mediaType, fileName } = found;
      return { bytes: await library.evidence.get(sha256), sha256, mediaType, fileName };
    },
    history: async (badgeId) => {
      factsOfKept(badgeId);
      const records = await recordsAbout(fs, paths.journal, id, badgeId);
      const nameOf = (collection: string) => core.state.collections.get(collection)?.name?.value ?? '';
      return badgeHistory(records, badgeId, (collection) => displayName(nameOf(collection)));
    },
  };
}
