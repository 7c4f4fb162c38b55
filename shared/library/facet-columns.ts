import type { BadgeCard, CollectionView } from '../ipc/views.ts';
import { issuerKeyOf, verdictKeyOf, yearOf } from './search.ts';
import type { SavedSearch } from './search-schema.ts';

/** What badges can be filtered by: the lists of a search. */
export type Facet = Exclude<keyof SavedSearch, 'text'>;

/** Every facet, in the order in which they are offered. */
export const facets = [
  'issuers',
  'verdicts',
  'years',
  'tags',
  'collections',
  'recipients',
  'versions',
] as const satisfies readonly Facet[];

/** The values that the cards have of one facet: told apart once, so that counting them is adding numbers. */
export interface Column {
  readonly values: readonly string[];
  readonly codes: ReadonlyMap<string, number>;
  /** By card: the codes of its values. */
  readonly ofCard: readonly (readonly number[])[];
}

/** A column for each facet. */
export function columnsOf(
  cards: readonly BadgeCard[],
  collections: readonly CollectionView[],
): Readonly<Record<Facet, Column>> {
  const inside = collectionsOf(collections);
  return {
    issuers: columnOf(cards, (card) => [issuerKeyOf(card)]),
    verdicts: columnOf(cards, (card) => [verdictKeyOf(card)]),
    years: columnOf(cards, (card) => [yearOf(card)]),
    versions: columnOf(cards, (card) => [card.version]),
    tags: columnOf(cards, (card) => card.tags),
    collections: columnOf(cards, ({ id }) => inside.get(id) ?? []),
    recipients: columnOf(cards, (card) => [card.recipient]),
  };
}

/** A column with what is chosen of it. */
export class AskedColumn {
  private readonly wanted: ReadonlySet<number>;
  private readonly counted: Uint32Array;

  constructor(
    private readonly column: Column,
    private readonly chosen: readonly string[],
  ) {
    this.wanted = new Set(chosen.map((value) => column.codes.get(value) ?? -1));
    this.counted = new Uint32Array(column.values.length);
  }

  passes(at: number): boolean {
    if (this.chosen.length === 0) return true;
    for (const code of this.column.ofCard[at] ?? []) if (this.wanted.has(code)) return true;
    return false;
  }

  count(at: number): void {
    for (const code of this.column.ofCard[at] ?? []) this.counted[code] = (this.counted[code] ?? 0) + 1;
  }

  told(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const [code, value] of this.column.values.entries()) {
      const count = this.counted[code] ?? 0;
      if (count > 0) counts.set(value, count);
    }
    for (const value of this.chosen) if (!counts.has(value)) counts.set(value, 0);
    return counts;
  }
}

function columnOf(cards: readonly BadgeCard[], valuesOf: (card: BadgeCard) => readonly string[]): Column {
  const codes = new Map<string, number>();
  const values: string[] = [];
  const codeOf = (value: string): number => {
    const known = codes.get(value);
    if (known !== undefined) return known;
    codes.set(value, values.length);
    return values.push(value) - 1;
  };
  return { values, codes, ofCard: cards.map((card) => valuesOf(card).map(codeOf)) };
}

function collectionsOf(collections: readonly CollectionView[]): ReadonlyMap<string, readonly string[]> {
  const inside = new Map<string, string[]>();
  for (const { id, badgeIds } of collections) {
    for (const badge of badgeIds) {
      const list = inside.get(badge);
      if (list === undefined) inside.set(badge, [id]);
      else list.push(id);
    }
  }
  return inside;
}
