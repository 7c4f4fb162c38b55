import { limits } from '../limits.ts';
import type { Portfolio, PortfolioEntry, PortfolioSection } from './portfolio.ts';

/** Where a badge stands in a portfolio: both from 0. */
export interface EntryPlace {
  readonly section: number;
  readonly entry: number;
}

/** Badges at the end of a section: those that it has already stay where they are. */
export function withBadges(portfolio: Portfolio, section: number, badgeIds: readonly string[]): Portfolio {
  return withSection(portfolio, section, (one) => {
    const known = new Set(one.entries.map(({ badge }) => badge));
    const fresh = [...new Set(badgeIds)].filter((id) => !known.has(id));
    const entries = fresh.map((badge) => ({ badge, story: '', evidence: [] }));
    return { ...one, entries: [...one.entries, ...entries].slice(0, limits.portfolioBadges) };
  });
}

export function withoutEntry(portfolio: Portfolio, { section, entry }: EntryPlace): Portfolio {
  return withSection(portfolio, section, (one) => ({ ...one, entries: one.entries.toSpliced(entry, 1) }));
}

export function withEntry(
  portfolio: Portfolio,
  { section, entry }: EntryPlace,
  change: Partial<Omit<PortfolioEntry, 'badge'>>,
): Portfolio {
  return withSection(portfolio, section, (one) => ({
    ...one,
    entries: one.entries.map((each, index) => (index === entry ? { ...each, ...change } : each)),
  }));
}

/**
 * One badge at another place: `to.entry` counts in the list as it is before the move, so that dropping it before the
 * third one says 2. A section that has the badge already does not get it twice.
 */
export function withEntryMoved(portfolio: Portfolio, from: EntryPlace, to: EntryPlace): Portfolio {
  const moved = portfolio.sections[from.section]?.entries[from.entry];
  const target = portfolio.sections[to.section];
  if (moved === undefined || target === undefined) return portfolio;
  const isSame = from.section === to.section;
  if (!isSame && target.entries.some(({ badge }) => badge === moved.badge)) return portfolio;
  const at = isSame && to.entry > from.entry ? to.entry - 1 : to.entry;
  const left = withoutEntry(portfolio, from);
  return withSection(left, to.section, (one) => ({ ...one, entries: one.entries.toSpliced(at, 0, moved) }));
}

/** The place one step up or down, over the edge of a section into the next; null: there is none. */
export function nextPlace(portfolio: Portfolio, from: EntryPlace, step: 'up' | 'down'): EntryPlace | null {
  const { sections } = portfolio;
  const count = sections[from.section]?.entries.length ?? 0;
  if (step === 'up') {
    if (from.entry > 0) return { ...from, entry: from.entry - 1 };
    const before = sections[from.section - 1];
    return before === undefined ? null : { section: from.section - 1, entry: before.entries.length };
  }
  if (from.entry < count - 1) return { ...from, entry: from.entry + 2 };
  return sections[from.section + 1] === undefined ? null : { section: from.section + 1, entry: 0 };
}

export function withSection(
  portfolio: Portfolio,
  section: number,
  change: (section: PortfolioSection) => PortfolioSection,
): Portfolio {
  const sections = portfolio.sections.map((one, index) => (index === section ? change(one) : one));
  return { ...portfolio, sections };
}

export function withNewSection(portfolio: Portfolio): Portfolio {
  if (portfolio.sections.length >= limits.portfolioSections) return portfolio;
  return { ...portfolio, sections: [...portfolio.sections, { title: '', text: '', entries: [] }] };
}

/** The last section stays: a portfolio has at least one. */
export function withoutSection(portfolio: Portfolio, section: number): Portfolio {
  if (portfolio.sections.length < 2) return portfolio;
  return { ...portfolio, sections: portfolio.sections.toSpliced(section, 1) };
}

export function withSectionMoved(portfolio: Portfolio, from: number, to: number): Portfolio {
  const moved = portfolio.sections[from];
  if (moved === undefined || to < 0 || to >= portfolio.sections.length) return portfolio;
  return { ...portfolio, sections: portfolio.sections.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

/** Without badges that are not here (any more), which no export can hold. */
export function onlyBadges(portfolio: Portfolio, isHere: (badgeId: string) => boolean): Portfolio {
  const sections = portfolio.sections.map((section) => ({
    ...section,
    entries: section.entries.filter(({ badge }) => isHere(badge)),
  }));
  return { ...portfolio, sections };
}

/** The number of a badge on the exported page, from 1, for its anchor there; only badges that are here count. */
export function numberOnPage(
  portfolio: Portfolio,
  place: EntryPlace,
  isHere: (badgeId: string) => boolean,
): number {
  const before = portfolio.sections.slice(0, place.section).flatMap(({ entries }) => entries);
  const inSection = portfolio.sections[place.section]?.entries.slice(0, place.entry) ?? [];
  return [...before, ...inSection].filter(({ badge }) => isHere(badge)).length + 1;
}
