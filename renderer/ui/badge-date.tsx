import { readDate } from '../../shared/badge/dates.ts';
import { plainDate } from '../../shared/text/plain-date.ts';

/** A date as a badge spells it, written for people; nothing where there is none. */
export function BadgeDate({ value }: { readonly value: string | null }) {
  const timeMs = value === null ? null : readDate(value);
  if (timeMs === null) return null;
  const iso = new Date(timeMs).toISOString();
  return <time dateTime={iso}>{plainDate(iso)}</time>;
}
