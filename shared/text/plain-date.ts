const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A date as people write it, in UTC: `3 May 2026`; `an unknown date` for none or one that cannot be read. */
export function plainDate(rfc3339: string | null): string {
  const time = rfc3339 === null ? Number.NaN : Date.parse(rfc3339);
  if (Number.isNaN(time)) return 'an unknown date';
  const date = new Date(time);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The name of a month: 1 is January; empty for a number that is none. */
export function monthName(month: number): string {
  return months[month - 1] ?? '';
}
