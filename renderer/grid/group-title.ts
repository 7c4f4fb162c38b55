import type { Settings } from '../../shared/ipc/views.ts';
import type { CardGroup } from '../../shared/library/groups.ts';
import { monthName } from '../../shared/text/plain-date.ts';
import { filterWords } from '../../shared/text/ui-organise-words.ts';
import { issuerLabel } from './issuer-label.ts';

/** What stands over a group: an issuer, a year, or on the timeline a month. */
export function groupTitle({ key, cards }: CardGroup, { view, groupBy }: Settings): string {
  if (view !== 'timeline' && groupBy === 'issuer') {
    const [first] = cards;
    return first === undefined ? filterWords.noIssuer : issuerLabel(first);
  }
  if (key === 'none') return filterWords.noDate;
  return key.length === 4 ? key : `${monthName(Number(key.slice(5, 7)))} ${key.slice(0, 4)}`;
}
