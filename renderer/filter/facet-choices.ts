import type { BadgeCard, CollectionView } from '../../shared/ipc/views.ts';
import type { Facet } from '../../shared/library/facet-columns.ts';
import type { FacetCounts } from '../../shared/library/facets.ts';
import { issuerKeyOf } from '../../shared/library/search.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { filterWords } from '../../shared/text/ui-organise-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import { issuerLabel } from '../grid/issuer-label.ts';

/** One value that badges can be filtered by. */
export interface FacetChoice {
  readonly value: string;
  readonly title: string;
  readonly count: number;
}

/** What values are called: collections by their names, issuers as their badges do. */
export type FacetTitles = (facet: Facet, value: string) => string;

/** Names for the values of a library. */
export function facetTitles(
  badges: readonly BadgeCard[],
  collections: readonly CollectionView[],
): FacetTitles {
  const issuers = new Map(badges.map((card) => [issuerKeyOf(card), issuerLabel(card)]));
  const names = new Map(collections.map(({ id, name }) => [id, displayName(name)]));
  return (facet, value) => {
    switch (facet) {
      case 'issuers':
        return issuers.get(value) ?? (displayName(value) || filterWords.noIssuer);
      case 'collections':
        return names.get(value) ?? filterWords.goneCollection;
      case 'verdicts':
        return isVerdict(value) ? verdictWords[value].word : filterWords.notChecked;
      case 'recipients':
        return isRecipient(value) ? filterWords.recipient[value] : value;
      case 'years':
        return value === 'none' ? filterWords.noDate : value;
      case 'versions':
        return value === 'unknown' ? filterWords.unknownVersion : versionName(value);
      case 'tags':
        return displayName(value);
    }
  };
}

const titleOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The values of a facet as they are offered: years the newest first, the rest by how many badges have them. */
export function facetChoices(
  facet: Facet,
  counts: FacetCounts,
  chosen: readonly string[],
  titleOf: FacetTitles,
): readonly FacetChoice[] {
  const choices = [...counts[facet]].map(([value, count]) => ({
    value,
    count,
    title: titleOf(facet, value),
  }));
  const isChosen = new Set(chosen);
  return choices.sort((a, b) => {
    if (facet === 'years') return newestFirst(a.value, b.value);
    const first = Number(isChosen.has(b.value)) - Number(isChosen.has(a.value));
    return first || b.count - a.count || titleOrder.compare(a.title, b.title);
  });
}

/** A facet that could tell badges apart here, or that is in use. */
export function isOffered(facet: Facet, counts: FacetCounts, chosen: readonly string[]): boolean {
  if (chosen.length > 0) return true;
  return facet === 'tags' || facet === 'collections' ? counts[facet].size > 0 : counts[facet].size > 1;
}

function isVerdict(value: string): value is Verdict {
  return Object.hasOwn(verdictWords, value);
}

function isRecipient(value: string): value is keyof typeof filterWords.recipient {
  return Object.hasOwn(filterWords.recipient, value);
}

function versionName(version: string): string {
  if (version.startsWith('clr-')) return `CLR ${version.slice(4)}`;
  if (version.startsWith('vc-')) return `Verifiable credential ${version.slice(3)}`;
  return `Open Badges ${version}`;
}

function newestFirst(a: string, b: string): number {
  if (a === 'none' || b === 'none') return a === 'none' ? 1 : -1;
  return a < b ? 1 : -1;
}
