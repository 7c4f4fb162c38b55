/**
 * What to select once `removed` are gone from `order`: the next one that stays, or the one before, or nothing. So a
 * person who removes several badges one after another never loses the place.
 */
export function selectionAfterRemoval(order: readonly string[], removed: ReadonlySet<string>): string | null {
  const last = order.findLastIndex((id) => removed.has(id));
  const first = order.findIndex((id) => removed.has(id));
  if (last === -1) return null;
  return order.slice(last + 1).find((id) => !removed.has(id)) ?? order[first - 1] ?? null;
}
