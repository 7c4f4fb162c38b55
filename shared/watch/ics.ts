import type { BadgeCard } from '../ipc/views.ts';
import { limits } from '../limits.ts';
import { displayName } from '../text/display-text.ts';
import { calendarWords } from '../text/watch.ts';
import type { CryptoPort } from '../verify/ports.ts';
import { endOf } from './endings.ts';

export interface CalendarOptions {
  readonly nowMs: number;
  readonly hexDigest: CryptoPort['hexDigest'];
}

/**
 * A calendar (iCalendar, RFC 5545) with an all-day event for the end of each badge that has one still to come, and an
 * alarm some weeks before. Days are those of UTC, as everywhere in the app. An event keeps its UID, which tells nothing
 * of the person: a calendar that takes the file again renews its events. Names are escaped, lines folded at 75 octets.
 */
export function expiryCalendar(cards: readonly BadgeCard[], options: CalendarOptions): string {
  const events = cards
    .map((card) => ({ card, endMs: endOf(card) }))
    .filter((one): one is Dated => one.endMs !== null && isWritable(one.endMs) && one.endMs >= options.nowMs)
    .sort((a, b) => a.endMs - b.endMs || (a.card.id < b.card.id ? -1 : 1));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Badge Backpack//Ends of badges//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendarWords.name)}`,
    ...events.flatMap((event) => eventLines(event, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

interface Dated {
  readonly card: BadgeCard;
  readonly endMs: number;
}

function eventLines({ card, endMs }: Dated, { nowMs, hexDigest }: CalendarOptions): readonly string[] {
  const name = displayName(card.name);
  const summary = calendarWords.summary(name);
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(card.id, hexDigest)}`,
    `DTSTAMP:${compact(nowMs)}`,
    `DTSTART;VALUE=DATE:${compact(endMs).slice(0, 8)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(calendarWords.description(displayName(card.issuerName), new Date(endMs).toISOString()))}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-P${limits.endingSoonDays}D`,
    `DESCRIPTION:${escaped(summary)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** A UUID of version 8 (RFC 9562 section 5.8) made of the hash of the badge's id. */
function uidOf(id: string, hexDigest: CryptoPort['hexDigest']): string {
  const hex = hexDigest('sha256', `end of badge ${id}`);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Years have four digits in a calendar. */
function isWritable(timeMs: number): boolean {
  return timeMs < Date.UTC(10_000, 0, 1);
}

/** `20270203T120000Z` (RFC 5545 section 3.3.5). */
function compact(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}

/** A text value (RFC 5545 section 3.3.11): no control character, no line of its own making. */
function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(controls, ' ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const controls = /[\u0000-\u001f\u007f-\u009f]/g;

/** Lines of at most 75 octets, never broken inside a character (RFC 5545 section 3.1). */
function folded(line: string): string {
  let octets = 0;
  let out = '';
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > lineOctets) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

const lineOctets = 75;

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
