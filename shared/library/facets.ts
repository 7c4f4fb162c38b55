import type { BadgeCard, CollectionView } from '../ipc/views.ts';
import { issuerKeyOf, verdictKeyOf, yearOf } from './search.ts';
import type { SavedSearch } from './search-schema.ts';
import { foldText, searchTextOf, wordsOf } from './search-text.ts';

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

/** For every value of a facet, how many badges choosing it would show beside the other filters. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

export interface Findings {
  /** In the order of the index. */
  readonly found: readonly BadgeCard[];
  /** Counted when it is asked for, which not every keystroke does. */
  readonly counts: () => FacetCounts;
}

/**
 * Finds cards, and tells what each further choice would find. A value counts with the words and the other filters, not
 * with its own: choosing a second value of one filter adds badges. A chosen value is told even with none.
 */
export type Finder = (search: SavedSearch) => Findings;

/**
 * Makes cards ready for being asked at every keystroke: values are told apart once, then only counted, and words that
 * go on from the last ones are looked for only where those were found. To be made anew when cards or collections change.
 */
export function createFinder(cards: readonly BadgeCard[], collections: readonly CollectionView[]): Finder {
  const columns = once(() => columnsOf(cards, collections));
  const inText = createTextFinder(cards);
  return (search) => {
    const places = inText(search.text);
    const isFiltered = facets.some((facet) => search[facet].length > 0);
    if (!isFiltered) {
      const found = places.length === cards.length ? cards : places.flatMap((at) => cards[at] ?? []);
      return { found, counts: once(() => sift(cards, columns(), search, places).counts) };
    }
    const { found, counts } = sift(cards, columns(), search, places);
    return { found, counts: () => counts };
  };
}

/** What passes every filter, and the counts of what passes all but one. */
function sift(
  cards: readonly BadgeCard[],
  columns: Readonly<Record<Facet, Column>>,
  search: SavedSearch,
  places: readonly number[],
): { readonly found: readonly BadgeCard[]; readonly counts: FacetCounts } {
  const asked = facets.map((facet) => new AskedColumn(columns[facet], search[facet]));
  const found: BadgeCard[] = [];
  for (const at of places) {
    const failing = failingOf(asked, at);
    if (failing === 'several') continue;
    if (failing !== null) {
      failing.count(at);
      continue;
    }
    const card = cards[at];
    if (card !== undefined) found.push(card);
    for (const column of asked) column.count(at);
  }
  // One count for each facet, in their order.
  const counts = Object.fromEntries(facets.map((facet, at) => [facet, asked[at]?.told()])) as FacetCounts;
  return { found, counts };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Column {
  readonly values: readonly string[];
  readonly codes: ReadonlyMap<string, number>;
  /** By card: the codes of its values. */
  readonly ofCard: readonly (readonly number[])[];
}

function columnsOf(
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

/** Finds the places of the cards that hold every word. */
function createTextFinder(cards: readonly BadgeCard[]): (text: string) => readonly number[] {
  const all = cards.map((_card, at) => at);
  const texts = once(() => cards.map(searchTextOf));
  let lastText = '';
  let last: readonly number[] = all;
  return (text) => {
    const folded = foldText(text);
    const from = folded.startsWith(lastText) ? last : all;
    const words = wordsOf(text);
    lastText = folded;
    last = words.length === 0 ? all : from.filter((at) => holdsAll(texts()[at] ?? '', words));
    return last;
  };
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

/** The one filter that does not let a card pass; null: all do. */
function failingOf(asked: readonly AskedColumn[], at: number): AskedColumn | 'several' | null {
  let failing: AskedColumn | null = null;
  for (const column of asked) {
    if (column.passes(at)) continue;
    if (failing !== null) return 'several';
    failing = column;
  }
  return failing;
}

class AskedColumn {
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
