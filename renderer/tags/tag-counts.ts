import type { BadgeCard } from '../../shared/ipc/views.ts';

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** Every tag of these badges, by name, with how many have it. */
export function tagCounts(badges: readonly BadgeCard[]): readonly TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags } of badges) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => inTagOrder(a.tag, b.tag));
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** By name, numbers as numbers: “Year 9” before “Year 10”. */
export function inTagOrder(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Tags that go on from what was typed, those that begin so first; none that are there already. */
export function tagCompletions(
  known: readonly TagCount[],
  typed: string,
  there: readonly string[],
): readonly string[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const found = known
    .map(({ tag }) => ({ tag, at: tag.toLocaleLowerCase().indexOf(wanted) }))
    .filter(({ tag, at }) => at >= 0 && !there.includes(tag));
  return found.sort((a, b) => Number(a.at > 0) - Number(b.at > 0)).map(({ tag }) => tag);
}
