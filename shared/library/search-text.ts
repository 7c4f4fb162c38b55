import type { BadgeCard } from '../ipc/views.ts';
import { limits } from '../limits.ts';

/** Lower case without accents and compatibility forms, so that "École" is found by "ecole"; the i without a dot is an i. */
export function foldText(text: string): string {
  // Most texts are plain letters, and then the costly step has nothing to do.
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i');
}

const isAscii = /^[\p{ASCII}]*$/u;

/** The folded words of what a person typed. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).split(/\s+/).filter(Boolean);
}

/** All that the search looks into, folded: name, description, issuer, skills, the person's tags and note. */
export function searchTextOf(card: BadgeCard): string {
  const known = searchTexts.get(card);
  if (known !== undefined) return known;
  const texts = [
    card.name,
    card.issuerName,
    card.issuerId,
    card.tags.join('\n'),
    card.skills.join('\n'),
    card.description,
  ].map((text) => text.slice(0, limits.searchedCharacters));
  const text = foldText([...texts, card.noteText].join('\n'));
  searchTexts.set(card, text);
  return text;
}

/** Folded once for each card: cards are never changed, only replaced. */
const searchTexts = new WeakMap<BadgeCard, string>();
