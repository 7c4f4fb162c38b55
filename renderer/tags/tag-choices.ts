import type { BadgeCard } from '../../shared/ipc/views.ts';
import { tagCompletions, tagCounts } from './tag-counts.ts';

export type TagChoice =
  | {
      readonly kind: 'existing';
      readonly tag: string;
      /** How many of the chosen badges have it. */
      readonly onChosen: number;
      readonly isOnAll: boolean;
    }
  | { readonly kind: 'new'; readonly tag: string };

/** The tags to put on chosen badges or take off, as far as what was typed fits, and a new one where it names none. */
export function tagChoices(
  badges: readonly BadgeCard[],
  chosenIds: readonly string[],
  typed: string,
): readonly TagChoice[] {
  const ids = new Set(chosenIds);
  const onChosen = new Map(
    tagCounts(badges.filter(({ id }) => ids.has(id))).map(({ tag, count }) => [tag, count]),
  );
  const known = tagCounts(badges);
  const found = tagCompletions(known, typed, []).map((tag): TagChoice => {
    const count = onChosen.get(tag) ?? 0;
    return { kind: 'existing', tag, onChosen: count, isOnAll: count === ids.size };
  });
  const name = typed.trim();
  return name === '' || known.some(({ tag }) => tag === name)
    ? found
    : [...found, { kind: 'new', tag: name }];
}
