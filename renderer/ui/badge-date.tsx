import { readDate } from '../../shared/badge/dates.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';

/** A date as a badge spells it, written for people; as it stands there where it cannot be read, and nothing where there is none. */
export function BadgeDate({ value }: { readonly value: string | null }) {
  if (value === null) return null;
  const timeMs = readDate(value);
  if (timeMs === null) return <bdi>{detailsWords.unreadableDate(displayName(value))}</bdi>;
  const iso = new Date(timeMs).toISOString();
  return <time dateTime={iso}>{plainDate(iso)}</time>;
}
