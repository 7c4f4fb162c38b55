import type { Badge } from '../../shared/badge/model.ts';
import type { ChosenBadge } from '../../shared/portfolio/choose.ts';
import { leastShareSwitches, type ShareSwitches } from '../../shared/social/share-switches.ts';
import { type SharedBadge, sharedBadge } from '../../shared/social/shared-badge.ts';
import type { Report } from '../../shared/verify/report.ts';
import { badgeOf } from './badge.ts';
import { reportOf } from './report.ts';

/** Noon of the day on which everything of these tests is shown. */
const sharedMs = Date.parse('2026-11-22T12:00:00Z');

function chosenBadge(badge: Partial<Badge> = {}, report: Report | null = reportOf()): ChosenBadge {
  const original = { fileName: 'welding.json', sha256: 'aa', mediaType: 'application/json' };
  return { badge: badgeOf(badge), report, original };
}

/** What may leave of a badge with these properties. */
export function sharedOf(
  badge: Partial<Badge> = {},
  switches: Partial<ShareSwitches> = {},
  report: Report | null = reportOf(),
): SharedBadge {
  return sharedBadge(chosenBadge(badge, report), { ...leastShareSwitches, ...switches }, sharedMs);
}
