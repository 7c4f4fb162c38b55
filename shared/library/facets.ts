import type { BadgeCard, CollectionView } from '../ipc/views.ts';
import { AskedColumn, columnsOf, type Facet, facets } from './facet-columns.ts';
import type { SavedSearch } from './search-schema.ts';
import { foldText, wordsOf } from './search-text.ts';
import { searchTextsOf } from './search-texts.ts';

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
  const foundAt = (places: readonly number[], search: SavedSearch): readonly BadgeCard[] => {
    const used = facets
      .filter((facet) => search[facet].length > 0)
      .map((facet) => new AskedColumn(columns()[facet], search[facet]));
    const passing =
      used.length === 0 ? places : places.filter((at) => used.every((column) => column.passes(at)));
    return passing.length === cards.length ? cards : cardsAt(cards, passing);
  };
  const countsAt = (places: readonly number[], search: SavedSearch): FacetCounts =>
    countFacets(
      facets.map((facet) => new AskedColumn(columns()[facet], search[facet])),
      places,
    );
  return (search) => {
    const places = inText(search.text);
    return { found: foundAt(places, search), counts: once(() => countsAt(places, search)) };
  };
}

/** A card counts for every filter when it passes all, and for one alone when only that one stops it. */
function countFacets(asked: readonly AskedColumn[], places: readonly number[]): FacetCounts {
  for (const at of places) {
    const failing = failingOf(asked, at);
    if (failing === 'several') continue;
    if (failing === null) for (const column of asked) column.count(at);
    else failing.count(at);
  }
  // One count for each facet, in their order.
  return Object.fromEntries(facets.map((facet, at) => [facet, asked[at]?.told()])) as FacetCounts;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Finds the places of the cards that hold every word. */
function createTextFinder(cards: readonly BadgeCard[]): (text: string) => readonly number[] {
  const all = [...cards.keys()];
  const texts = once(() => searchTextsOf(cards));
  let lastText = '';
  let last: readonly number[] = all;
  return (text) => {
    const folded = foldText(text);
    let places = folded.startsWith(lastText) ? last : all;
    const words = wordsOf(text);
    for (const word of words) places = placesOf(word, texts(), places);
    lastText = folded;
    last = words.length === 0 ? all : places;
    return last;
  };
}

function placesOf(word: string, texts: readonly string[], from: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (const at of from) if (texts[at]?.includes(word)) places.push(at);
  return places;
}

function cardsAt(cards: readonly BadgeCard[], places: readonly number[]): readonly BadgeCard[] {
  const found: BadgeCard[] = [];
  for (const at of places) {
    const card = cards[at];
    if (card !== undefined) found.push(card);
  }
  return found;
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
