/** Where badges go within an order: those, in this order, before another one; null: to the end. */
export interface Placing {
  readonly badgeIds: readonly string[];
  readonly before: string | null;
}

export type OrderStep = 'earlier' | 'later' | 'start' | 'end';

/** One step for the selected badges, which stay or come together; null: they are there already. */
export function stepWithin(
  order: readonly string[],
  selected: ReadonlySet<string>,
  step: OrderStep,
): Placing | null {
  const badgeIds = order.filter((id) => selected.has(id));
  const first = order.findIndex((id) => selected.has(id));
  const last = order.findLastIndex((id) => selected.has(id));
  if (first === -1) return null;
  const isTogether = last - first + 1 === badgeIds.length;
  const others = order.filter((id) => !selected.has(id));
  switch (step) {
    case 'earlier':
    case 'start':
      if (first === 0 && isTogether) return null;
      return { badgeIds, before: (step === 'earlier' ? order[first - 1] : undefined) ?? others[0] ?? null };
    case 'later':
    case 'end':
      if (last === order.length - 1 && isTogether) return null;
      return { badgeIds, before: step === 'later' ? (order[last + 2] ?? null) : null };
  }
}

/** Badges dropped before or after another one; null: nothing would change. */
export function dropWithin(
  order: readonly string[],
  dragged: ReadonlySet<string>,
  target: { readonly id: string; readonly position: 'before' | 'after' },
): Placing | null {
  const badgeIds = order.filter((id) => dragged.has(id));
  const at = order.indexOf(target.id);
  if (at === -1 || badgeIds.length === 0) return null;
  const from = target.position === 'before' ? at : at + 1;
  const before = order.slice(from).find((id) => !dragged.has(id)) ?? null;
  const moved = placedIn(order, { badgeIds, before });
  return moved.every((id, index) => id === order[index]) ? null : { badgeIds, before };
}

/** The order after badges went where they are placed. */
export function placedIn(order: readonly string[], { badgeIds, before }: Placing): readonly string[] {
  const moved = new Set(badgeIds);
  const others = order.filter((id) => !moved.has(id));
  const at = before === null ? others.length : others.indexOf(before);
  return [...others.slice(0, at), ...badgeIds, ...others.slice(at)];
}
