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
}

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
  const sorted = typed.trim() === '' ? recentFirst(found, source.recent) : found;
  const toEntry = (command: Command): PaletteEntry => ({ kind: 'command', command });
  return {
    badges:
      typed.trim() === ''
        ? []
        : best(source.badges, typed, (card) => [card.name, card.issuerName])
            .slice(0, shownBadges)
            .map((card) => ({ kind: 'badge', card })),
    actions: sorted.filter(({ group }) => group !== 'go').map(toEntry),
    goTo: [
      ...sorted.filter(({ group }) => group === 'go').map(toEntry),
      ...best(source.collections, typed, ({ name }) => [name]).map(
        (collection): PaletteEntry => ({ kind: 'collection', collection }),
      ),
    ],
  };
}

/** A match in a later text (keywords, issuer) counts less than one in the title. */
function best<Item>(
  items: readonly Item[],
  typed: string,
  textsOf: (item: Item) => readonly string[],
): readonly Item[] {
  const ranked: { readonly item: Item; readonly score: number }[] = [];
  for (const item of items) {
    const scores = textsOf(item).map((text, index) => {
      const score = rank(typed, text);
      return score === null || (index > 0 && score < 2) ? -1 : score - index * 0.5;
    });
    const score = Math.max(...scores);
    if (score >= 0) ranked.push({ item, score });
  }
  return ranked.sort((a, b) => b.score - a.score).map(({ item }) => item);
}

function recentFirst(found: readonly Command[], recent: readonly string[]): readonly Command[] {
  const place = (command: Command): number => {
    const at = recent.indexOf(command.id);
    return at === -1 ? recent.length : at;
  };
  return [...found].sort((a, b) => place(a) - place(b));
}
