import { limits } from '../limits.ts';

/** The places of texts among all that were ranked: from 0 to `count - 1`, the same for texts that count as equal. */
export interface TextRanks {
  readonly rankOf: (text: string) => number;
  readonly count: number;
}

/** Only the beginnings are compared, so that a huge name cannot stop the window. */
const beginningOf = (text: string): string => text.slice(0, limits.comparedCharacters);

/**
 * Ranks texts in the order of the person's language. Comparing two texts by its rules costs more than all the rest of
 * sorting, so what was ranked once stays ranked, and texts that are new are merged in.
 */
export function createTextRanks(collator: Intl.Collator): (texts: readonly string[]) => TextRanks {
  let ordered: readonly string[] = [];
  let ranks: ReadonlyMap<string, number> = new Map();
  const rankOf = (text: string): number => ranks.get(beginningOf(text)) ?? 0;

  return (texts) => {
    const added = [...new Set(texts.map(beginningOf))].filter((text) => !ranks.has(text));
    if (added.length > 0) {
      ordered = merged(ordered, added.sort(collator.compare), collator);
      ranks = ranked(ordered, collator);
    }
    return { rankOf, count: ranks.size };
  };
}

function merged(
  left: readonly string[],
  right: readonly string[],
  collator: Intl.Collator,
): readonly string[] {
  const all: string[] = [];
  let index = 0;
  for (const text of left) {
    for (
      let next = right[index];
      next !== undefined && collator.compare(next, text) < 0;
      next = right[index]
    ) {
      all.push(next);
      index += 1;
    }
    all.push(text);
  }
  return [...all, ...right.slice(index)];
}

function ranked(ordered: readonly string[], collator: Intl.Collator): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let rank = 0;
  ordered.forEach((text, index) => {
    const before = ordered[index - 1];
    if (before !== undefined && collator.compare(before, text) !== 0) rank += 1;
    ranks.set(text, rank);
  });
  return ranks;
}
