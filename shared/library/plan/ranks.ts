/**
 * So many numbers between two, evenly spread and each different from its neighbours; null where no such numbers are
 * left. An end that is open (null) is a whole step away for each.
 */
export function ranksBetween(
  left: number | null,
  right: number | null,
  count: number,
): readonly number[] | null {
  const low = left ?? (right ?? count + 1) - count - 1;
  const high = right ?? low + count + 1;
  const step = (high - low) / (count + 1);
  const ranks = Array.from({ length: count }, (_, index) => low + step * (index + 1));
  const all = [low, ...ranks, high];
  return all.every((rank, index) => index === 0 || rank > (all[index - 1] ?? rank)) ? ranks : null;
}
