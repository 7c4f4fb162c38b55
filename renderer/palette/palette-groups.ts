import type { CommandNeed } from '../../shared/commands/command-shape.ts';
import { type Command, commands, isAvailable } from '../../shared/commands.ts';
import type { BadgeCard, CollectionView } from '../../shared/ipc/views.ts';
import { rank } from './rank.ts';

export type PaletteEntry =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'badge'; readonly card: BadgeCard }
  | { readonly kind: 'collection'; readonly collection: CollectionView };

export interface PaletteGroups {
  readonly badges: readonly PaletteEntry[];
  readonly actions: readonly PaletteEntry[];
  readonly goTo: readonly PaletteEntry[];
  /** The one with the best match first: what Enter takes is what was meant. */
  readonly order: readonly GroupName[];
}

export type GroupName = 'badges' | 'actions' | 'goTo';

export interface PaletteSource {
  readonly badges: readonly BadgeCard[];
  readonly collections: readonly CollectionView[];
  readonly have: ReadonlySet<CommandNeed>;
  /** Ids of commands run from the palette before, the latest first. */
  readonly recent: readonly string[];
}

const shownBadges = 8;

/** What fits what was typed, best first; with nothing typed, the commands, those used before first. */
export function paletteGroups(source: PaletteSource, typed: string): PaletteGroups {
  const available = commands.filter(
    (command) => command.id !== 'palette.open' && isAvailable(command, source.have),
  );
  const found = best(available, typed, (command) => [command.title, command.keywords]);
  const isTyped = typed.trim() !== '';
  const sorted = isTyped ? found : recentFirst(found, source.recent);
  const badges = isTyped
    ? best(source.badges, typed, (card) => [card.name, card.issuerName]).slice(0, shownBadges)
    : [];
  const actions = sorted.filter(({ item }) => item.group !== 'go');
  const collections = best(source.collections, typed, ({ name }) => [name]);
  const goTo = [
    ...sorted.filter(({ item }) => item.group === 'go').map(toRankedEntry),
    ...collections.map(({ item, score }) => ({
      item: { kind: 'collection', collection: item } as const,
      score,
    })),
  ].sort((a, b) => b.score - a.score);
  const scores = { badges: bestScore(badges), actions: bestScore(actions), goTo: bestScore(goTo) };
  return {
    badges: badges.map(({ item }) => ({ kind: 'badge', card: item })),
    actions: actions.map((command) => toRankedEntry(command).item),
    goTo: goTo.map(({ item }) => item),
    order: groupNames.toSorted((a, b) => scores[b] - scores[a]),
  };
}

const groupNames: readonly GroupName[] = ['badges', 'actions', 'goTo'];

function toRankedEntry({ item, score }: Ranked<Command>): Ranked<PaletteEntry> {
  return { item: { kind: 'command', command: item }, score };
}

interface Ranked<Item> {
  readonly item: Item;
  readonly score: number;
}

function bestScore(ranked: readonly Ranked<unknown>[]): number {
  return Math.max(-1, ...ranked.map(({ score }) => score));
}

/** A match in a later text (keywords, issuer) counts less than one in the title. */
function best<Item>(
  items: readonly Item[],
  typed: string,
  textsOf: (item: Item) => readonly string[],
): readonly Ranked<Item>[] {
  const ranked: Ranked<Item>[] = [];
  for (const item of items) {
    const scores = textsOf(item).map((text, index) => {
      const score = rank(typed, text);
      return score === null || (index > 0 && score < 2) ? -1 : score - index * 0.5;
    });
    const score = Math.max(...scores);
    if (score >= 0) ranked.push({ item, score });
  }
  return ranked.sort((a, b) => b.score - a.score);
}

function recentFirst(
  found: readonly Ranked<Command>[],
  recent: readonly string[],
): readonly Ranked<Command>[] {
  const place = ({ item }: Ranked<Command>): number => {
    const at = recent.indexOf(item.id);
    return at === -1 ? recent.length : at;
  };
  return [...found].sort((a, b) => place(a) - place(b));
}
