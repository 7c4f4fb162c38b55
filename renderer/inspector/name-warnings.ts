import type { Badge } from '../../shared/badge/model.ts';
import { safeName } from '../../shared/text/display-text.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';

/**
 * What a person should know about how the names in a badge are written: hidden characters, letters that look like
 * others. Takes the badge as found: the names on its card are cleaned already.
 */
export function nameWarnings({ name, issuer }: Pick<Badge, 'name' | 'issuer'>): readonly string[] {
  const names = [name, issuer.name ?? ''];
  return [
    ...(names.some((name) => safeName(name).hadHiddenCharacters) ? [detailsWords.hiddenCharacters] : []),
    ...(names.some(mixesAlphabets) ? [detailsWords.mixedAlphabets] : []),
  ];
}

/** Whether one word takes letters from Latin and from an alphabet that looks like it. */
export function mixesAlphabets(name: string): boolean {
  const words = safeName(name).text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1);
}

const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];
