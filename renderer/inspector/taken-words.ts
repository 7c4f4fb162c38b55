import type { TakenDocument } from '../../shared/badge/complete-badge.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { webAddress } from '../ui/web-address.ts';

/** Where words of a badge that are not the file's own come from, and of when; null where all are the file's. */
export function takenWords(taken: readonly TakenDocument[]): string | null {
  if (taken.length === 0) return null;
  const hosts = [...new Set(taken.map(({ url }) => webAddress(url)?.host ?? url))];
  const oldest = taken.reduce((date, { asOf }) => (asOf < date ? asOf : date), taken[0]?.asOf ?? '');
  return detailsWords.takenFrom(hosts.join(', '), plainDate(oldest));
}
