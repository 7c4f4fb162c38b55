import { foldText } from '../../shared/library/search-text.ts';
import { limits } from '../../shared/limits.ts';

/**
 * How well what was typed fits a text: higher is better, null is not at all. Whole beginnings first, then beginnings of
 * words, then anywhere inside or each word somewhere, then all letters in order.
 */
export function rank(typed: string, wholeText: string): number | null {
  const wanted = foldText(typed).trim();
  const inside = foldText(wholeText.slice(0, limits.comparedCharacters)).trim();
  if (wanted === '') return 0;
  if (inside.startsWith(wanted)) return 4;
  const at = inside.indexOf(wanted);
  if (at > 0 && beginsWord.test(inside[at - 1] ?? '')) return 3;
  if (at > 0 || hasWords(inside, wanted)) return 2;
  return hasInOrder(inside, wanted) ? 1 : null;
}

const beginsWord = /[\s“(/-]/;

/** True where each word that was typed begins one of the text's, in whatever order. */
function hasWords(text: string, typed: string): boolean {
  const words = text.split(beginsWord);
  return typed.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
}

function hasInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters.replace(/\s+/g, '')) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
