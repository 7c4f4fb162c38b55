import type { BadgeCard } from '../ipc/views.ts';
import { limits } from '../limits.ts';

/**
 * Lower case without accents and compatibility forms (NFKD), so that "École" is found by "ecole"; the i without a dot is
 * an i.
 */
export function foldText(text: string): string {
  // Plain letters stay as they are whatever stands beside them, and most texts have no others.
  const plain = beyondAscii.test(text) ? text.replace(runsBeyondAscii, plainOf) : text;
  return plain.toLowerCase();
}

/** The folded words of what a person typed. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).split(/\s+/).filter(Boolean);
}

/** All that the search looks into, folded: name, description, issuer, skills, the person's tags and note. */
export function searchTextOf(card: BadgeCard): string {
  const known = searchTexts.get(card);
  if (known !== undefined) return known;
  const text = foldText(searchedText(card));
  searchTexts.set(card, text);
  return text;
}

/** The same as it is written, a line for each text: a word never goes beyond one. */
export function searchedText(card: BadgeCard): string {
  const { name, issuerName, issuerId, description, tags, skills, noteText } = card;
  const length = name.length + issuerName.length + issuerId.length + description.length;
  let text =
    length <= limits.searchedCharacters
      ? `${name}\n${issuerName}\n${issuerId}\n${description}`
      : [name, issuerName, issuerId, description].map(partOf).join('\n');
  if (tags.length > 0) text += `\n${partOf(linesOf(tags))}`;
  if (skills.length > 0) text += `\n${partOf(linesOf(skills))}`;
  return noteText === '' ? text : `${text}\n${noteText}`;
}

/** Folded once for each card: cards are never changed, only replaced. */
const searchTexts = new WeakMap<BadgeCard, string>();

const beyondAscii = /[\u0080-\uFFFF]/;
const runsBeyondAscii = /[\u0080-\uFFFF]+/g;

/** To join one alone takes longer than all the rest of a card. */
function linesOf(texts: readonly string[]): string {
  return texts.length === 1 ? (texts[0] ?? '') : texts.join('\n');
}

function partOf(text: string): string {
  return text.length > limits.searchedCharacters ? text.slice(0, limits.searchedCharacters) : text;
}

/** Accented letters and typographic signs mostly stand alone, and are few. */
function plainOf(run: string): string {
  if (run.length > 1) return stripped(run);
  const known = plainLetters.get(run);
  if (known !== undefined) return known;
  const plain = stripped(run);
  plainLetters.set(run, plain);
  return plain;
}

const plainLetters = new Map<string, string>();

function stripped(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replaceAll('ı', 'i');
}
