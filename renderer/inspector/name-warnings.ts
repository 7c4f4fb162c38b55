import type { Badge } from '../../shared/badge/model.ts';
import { mixesScripts, safeName } from '../../shared/text/display-text.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';

/**
 * What a person should know about how the names in a badge are written: hidden characters, letters that look like
 * others. Takes the badge as found: the names on its card are cleaned already.
 */
export function nameWarnings({ name, issuer }: Pick<Badge, 'name' | 'issuer'>): readonly string[] {
  const names = [name, issuer.name ?? ''];
  return [
    ...(names.some((name) => safeName(name).hadHiddenCharacters) ? [detailsWords.hiddenCharacters] : []),
    ...(names.some((name) => mixesScripts(safeName(name).text)) ? [detailsWords.mixedAlphabets] : []),
  ];
}
