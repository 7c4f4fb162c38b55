import type { BadgeCard } from '../ipc/views.ts';
import type { SavedSearch } from './search-schema.ts';
import { searchTextOf, wordsOf } from './search-text.ts';

/** Finds every badge. */
export const emptySearch: SavedSearch = {
  text: '',
  issuers: [],
  verdicts: [],
  years: [],
  versions: [],
  tags: [],
  collections: [],
  recipients: [],
};

/** Which badges are in a collection. */
export type MembersOf = (collectionId: string) => ReadonlySet<string>;

/** True for a search that lets every badge pass. */
export function isEmptySearch({ text, ...filters }: SavedSearch): boolean {
  return wordsOf(text).length === 0 && Object.values(filters).every((values) => values.length === 0);
}

/** Whether a search finds a badge. For many badges make the matcher once: `matcherOf`. */
export function matches(card: BadgeCard, search: SavedSearch, membersOf: MembersOf): boolean {
  return matcherOf(search, membersOf)(card);
}

/** The search as a test for cards, with its words folded and its lists made ready. */
export function matcherOf(search: SavedSearch, membersOf: MembersOf): (card: BadgeCard) => boolean {
  const words = wordsOf(search.text);
  const tests: ((card: BadgeCard) => boolean)[] = [];
  addTest(tests, search.recipients, (values) => (card) => values.has(card.recipient));
  addTest(tests, search.verdicts, (values) => (card) => values.has(verdictKeyOf(card)));
  addTest(tests, search.versions, (values) => (card) => values.has(card.version));
  addTest(tests, search.years, (values) => (card) => values.has(yearOf(card)));
  addTest(tests, search.tags, (values) => (card) => card.tags.some((tag) => values.has(tag)));
  addTest(tests, search.issuers, (values) => (card) => values.has(issuerKeyOf(card)));
  const members = search.collections.map(membersOf);
  if (members.length > 0) tests.push((card) => members.some((ids) => ids.has(card.id)));
  return (card) => {
    if (!tests.every((test) => test(card))) return false;
    if (words.length === 0) return true;
    const text = searchTextOf(card);
    return words.every((word) => text.includes(word));
  };
}

/** Tells issuers apart: their name and their host or DID, since thousands share the host of one platform. */
export function issuerKeyOf({ issuerName, issuerId }: BadgeCard): string {
  return `${issuerId} ${issuerName}`.trim();
}

/** The year of issue in UTC; `none` where the badge tells no date. */
export function yearOf({ issuedOn }: BadgeCard): string {
  return /^[0-9]{4}-/.test(issuedOn ?? '') ? (issuedOn ?? '').slice(0, 4) : 'none';
}

/** The verdict as a filter names it. */
export function verdictKeyOf({ verdict: shown }: BadgeCard): SavedSearch['verdicts'][number] {
  return shown ?? 'not-checked';
}

function addTest<Value extends string>(
  tests: ((card: BadgeCard) => boolean)[],
  values: readonly Value[],
  make: (values: ReadonlySet<string>) => (card: BadgeCard) => boolean,
): void {
  if (values.length > 0) tests.push(make(new Set<string>(values)));
}
