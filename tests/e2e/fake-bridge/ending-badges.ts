import type { BadgeDetails } from '../../../shared/ipc/views.ts';
import { fakeBadge } from './fake-badges.ts';

/** Days from now: ahead, and ago. Every third badge never ends. */
const days = [9, 21, 45, 100, 101, 320, -3, -40, 400];

/** The n-th badge of a library in which badges end soon, later and lately. */
export function endingBadge(index: number): BadgeDetails {
  const badge = fakeBadge(index);
  const named = index === 0 ? withStatus(badge) : badge;
  const inDays = days[index % 3 === 2 ? -1 : Math.floor((index * 2) / 3)];
  if (inDays === undefined) return { ...named, card: { ...named.card, expires: null } };
  const expires = new Date(Date.now() + inDays * 86_400_000).toISOString();
  return { ...named, card: { ...named.card, expires }, badge: { ...named.badge, expires } };
}

function withStatus(details: BadgeDetails): BadgeDetails {
  const url = 'https://status.example/check?email=ada%40example.org';
  const status = [{ type: 'BitstringStatusListEntry', url, entry: {} }];
  return { ...details, badge: { ...details.badge, status } };
}
