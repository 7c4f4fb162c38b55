const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,20}))?)?(?: ?([Zz]|[+-]\d{2}:?\d{2}))?)?$/;

/** Nearly all dates, on days that every month has: the runtime reads them alike. */
const usualForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/**
 * The moment that a date of any version names, in milliseconds since 1970; null where it names none.
 * Reads RFC 3339 and ISO 8601 with or without a zone (without: UTC), a bare day (its start, UTC), and the seconds since
 * 1970 of 0.5 and 1.x as nine or ten digits. Days that the calendar does not have are refused, never rolled over.
 */
export function readDate(text: string): number | null {
  const usual = usualForm.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(usual)) return usual;
  const trimmed = text.trim();
  if (/^\d{9,10}$/.test(trimmed)) return Number(trimmed) * 1_000;
  const match = written.exec(trimmed);
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const fields = [year, month, day, hour, minute, second].map(Number);
  const at = utc(fields);
  if (at === null) return null;
  const offset = zoneOffsetMs(zone);
  return offset === null ? null : at + Number(fraction.padEnd(3, '0').slice(0, 3)) - offset;
}

/** The same moment as RFC 3339 in UTC; null for none, or for one that cannot be read. */
export function dateText(text: string | null): string | null {
  const time = text === null ? null : readDate(text);
  return time === null ? null : new Date(time).toISOString();
}

/** True where the text names its zone (or is a count of seconds), as 2.0 and 3.0 demand. */
export function hasZone(text: string): boolean {
  return (
    /^\d{9,10}$/.test(text.trim()) || /\d[Tt ][\d:.,]{5,30} ?(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(text.trim())
  );
}

function utc(fields: readonly number[]): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return null;
  return date.getTime() + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1_000;
}

function zoneOffsetMs(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
