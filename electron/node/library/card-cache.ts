import type { BadgeCard, CollectionView, LibraryChange, LibraryView } from '../../../shared/ipc/views.ts';
import { binOf } from '../../../shared/library/bin.ts';
import { byAddition } from '../../../shared/library/by-addition.ts';
import {
  addressesOf,
  type CardContext,
  cardOf,
  firstOfSame,
  identityViews,
  recipientOf,
} from '../../../shared/library/cards.ts';
import { collectionViews, hasSmartCollections } from '../../../shared/library/collection-views.ts';
import { showingViews } from '../../../shared/library/portfolio-views.ts';
import { isShown } from '../../../shared/library/presence.ts';
import type { Touched } from '../../../shared/library/projection.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import { trustViews } from '../../../shared/library/trust-views.ts';
import { historyOf } from '../../../shared/library/undo.ts';
import type { Clock, CryptoPort } from '../../../shared/verify/ports.ts';
import { verdictOf } from '../../../shared/verify/verdict.ts';

/** The cards of a state, kept until something they show changes. */
export interface CardCache {
  card(id: string): BadgeCard | null;
  view(): Omit<LibraryView, 'libraryId' | 'problems' | 'readOnly'>;
  /** Takes in what records touched, and says what a window must change. */
  update(touched: Touched): Omit<LibraryChange, 'problems'>;
}

export interface CardCacheOptions {
  readonly state: LibraryState;
  readonly clock: Clock;
  readonly digest: CryptoPort['digest'];
  readonly isFileMissing: CardContext['isFileMissing'];
}

export function createCardCache({ state, clock, digest, isFileMissing }: CardCacheOptions): CardCache {
  const cards = new Map<string, BadgeCard>();
  let addresses = addressesOf(state);
  let same = firstOfSame(state);
  let shownCollections: readonly CollectionView[] = [];
  const owned = new Map<string, Set<string>>();
  countOwned(state.badges.keys());

  /** Which badges name which address: hashing all of them again for each batch of an import would be slow. */
  function countOwned(ids: Iterable<string>): void {
    for (const address of owned.keys()) if (!addresses.includes(address)) owned.delete(address);
    for (const address of addresses) {
      const known = owned.get(address);
      const mine = known ?? new Set<string>();
      owned.set(address, mine);
      for (const id of known === undefined ? state.badges.keys() : ids) {
        const entry = state.badges.get(id);
        const isMine =
          entry !== undefined &&
          isShown(entry) &&
          recipientOf(entry.facts.value, { addresses: [address], digest }) === 'yours';
        if (isMine) mine.add(id);
        else mine.delete(id);
      }
    }
  }

  const identities = () => identityViews(state, (address) => owned.get(address)?.size ?? 0);
  const context = (): CardContext => ({
    addresses,
    nowMs: clock.now(),
    digest,
    isFileMissing,
    firstOfSame: same,
  });
  const trust = () => trustViews(state, digest);
  const history = () => {
    const { undo, redo } = historyOf(state);
    return { undo: undo?.label ?? null, redo: redo?.label ?? null };
  };

  /** A verdict changes with the days that pass; nothing else of a card does. */
  function cardNow(id: string, now: CardContext): BadgeCard | null {
    const known = cards.get(id);
    const report = state.badges.get(id)?.report?.value ?? null;
    if (known !== undefined) {
      const verdict = report === null ? null : verdictOf(report, now.nowMs);
      if (verdict === known.verdict) return known;
    }
    const made = cardOf(id, state.badges.get(id), now);
    if (made === null) cards.delete(id);
    else cards.set(id, made);
    return made;
  }

  /** Badges whose twin came first, went or changed. */
  function twinsThatChanged(before: ReadonlyMap<string, string>): readonly string[] {
    return [...state.badges]
      .filter(([, { facts }]) => {
        const key = facts?.value.sameBadgeKey ?? null;
        return key !== null && before.get(key) !== same.get(key);
      })
      .map(([id]) => id);
  }

  function allCards(now: CardContext): BadgeCard[] {
    return [...state.badges.keys()].map((id) => cardNow(id, now)).filter((card) => card !== null);
  }

  /** The collections, each list of badges made once however many smart ones ask. */
  function collectionsNow(now: CardContext): readonly CollectionView[] {
    let all: readonly BadgeCard[] | null = null;
    shownCollections = collectionViews(state, () => {
      all ??= allCards(now);
      return all;
    });
    return shownCollections;
  }

  /** What a smart collection finds may change with any card; it is told only where it did. */
  function collectionsThatChanged(touched: Touched, now: CardContext): readonly CollectionView[] | null {
    if (touched.collections) return collectionsNow(now);
    if (!hasSmartCollections(state)) return null;
    const before = JSON.stringify(shownCollections);
    const after = collectionsNow(now);
    return JSON.stringify(after) === before ? null : after;
  }

  return {
    card: (id) => cardNow(id, context()),
    view: () => {
      const now = context();
      return {
        badges: allCards(now).sort(byAddition),
        bin: binOf(state, now),
        collections: collectionsNow(now),
        identities: identities(),
        ...trust(),
        ...showingViews(state),
        history: history(),
      };
    },
    update: (touched) => {
      const stale = new Set(touched.badges);
      if (touched.identities) {
        addresses = addressesOf(state);
        for (const id of state.badges.keys()) stale.add(id);
      }
      if (touched.identities || touched.arrivals) countOwned(touched.badges);
      if (touched.arrivals) {
        const before = same;
        same = firstOfSame(state);
        for (const id of twinsThatChanged(before)) stale.add(id);
      }
      const upserted: BadgeCard[] = [];
      const removed: string[] = [];
      const now = context();
      for (const id of stale) {
        const before = cards.get(id);
        cards.delete(id);
        const after = cardNow(id, now);
        if (after === null && touched.badges.has(id)) removed.push(id);
        if (after === null) continue;
        else if (before === undefined || JSON.stringify(before) !== JSON.stringify(after))
          upserted.push(after);
        else cards.set(id, before);
      }
      const badgesCameOrWent = touched.arrivals && state.identities.size > 0;
      return {
        upserted,
        removed,
        // Whose they are changes for badges in the bin as well.
        bin: touched.bin || touched.identities ? binOf(state, now) : null,
        collections: collectionsThatChanged(touched, now),
        identities: touched.identities || badgesCameOrWent ? identities() : null,
        ...(touched.trust || (touched.arrivals && state.issuers.size > 0) ? trust() : noTrustViews),
        ...(touched.portfolios ? showingViews(state) : noShowingViews),
        history: history(),
      };
    },
  };
}

const noShowingViews = { portfolios: null, receipts: null };
const noTrustViews = { knownIssuers: null, registries: null, packs: null };
