import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { calendarWords } from '../../../shared/text/watch.ts';
import { expiryCalendar } from '../../../shared/watch/ics.ts';
import { makeCard } from '../../factories/card.ts';
import { xssPayloads } from '../../factories/xss-payloads.ts';
import { lineOf, readCalendar, textOf } from '../../support/read-calendar.ts';

const nowMs = Date.UTC(2026, 10, 22, 12);
const id = 'ab'.repeat(32);
const options = { nowMs, hexDigest: nodeCrypto.hexDigest };
const card = (change: Parameters<typeof makeCard>[1] = {}, cardId = id) =>
  makeCard(cardId, {
    name: 'Welding 1',
    issuerName: 'Trade School',
    expires: '2027-02-03T23:30:00.000Z',
    ...change,
  });
const eventsOf = (text: string) => readCalendar(text).inside;

it('a badge with an end is an all-day event of the UTC calendar, with an alarm thirty days before', () => {
  const [event] = eventsOf(expiryCalendar([card()], options));
  expect(event?.name).toBe('VEVENT');
  expect(lineOf(event, 'DTSTART;VALUE=DATE')).toBe('20270203');
  expect(lineOf(event, 'DTSTAMP')).toBe('20261122T120000Z');
  expect(textOf(lineOf(event, 'SUMMARY'))).toBe('“Welding 1” ends');
  expect(textOf(lineOf(event, 'DESCRIPTION'))).toBe(
    'The badge by Trade School ends on 3 February 2027. Ask its issuer whether it can be renewed.',
  );
  const [alarm] = event?.inside ?? [];
  expect([alarm?.name, lineOf(alarm, 'TRIGGER'), lineOf(alarm, 'ACTION')]).toEqual([
    'VALARM',
    '-P30D',
    'DISPLAY',
  ]);
});

it('what has ended, never ends or ends in a year that no calendar can write is left out; the first to end comes first', () => {
  const ends = [
    null,
    '2026-11-22T11:59:59.000Z',
    '+010000-01-01T00:00:00.000Z',
    'soon',
    '9999-12-31T23:59:59.000Z',
    '2026-11-22T12:00:00.000Z',
  ];
  const cards = ends.map((expires, index) => card({ expires, name: `B${index}` }, `${index}`.repeat(64)));
  const events = eventsOf(expiryCalendar(cards, options));
  expect(events.map((event) => lineOf(event, 'SUMMARY'))).toEqual(['“B5” ends', '“B4” ends']);
  expect(eventsOf(expiryCalendar([], options))).toEqual([]);
});

it('an event keeps its UID, which is a UUID and tells neither the badge’s id nor anything about the person', () => {
  const uid = (one: Parameters<typeof card>[0], cardId?: string) =>
    lineOf(eventsOf(expiryCalendar([card(one, cardId)], options))[0], 'UID');
  expect(uid({})).toBe(uid({ name: 'Another', expires: '2027-05-01T00:00:00.000Z' }));
  expect(uid({})).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uid({})).not.toBe(uid({}, `${id}.1`));
  expect(uid({}).replace(/-/g, '')).not.toContain(id.slice(0, 8));
  const text = expiryCalendar([card({ noteText: 'my secret', tags: ['private-tag'] })], options);
  for (const secret of ['secret', 'private-tag', id]) expect(text).not.toContain(secret);
});

const hostile: readonly string[] = [
  'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:mine',
  'a\nATTACH:https://evil.example/x',
  'semi;colon, comma \\ backslash \\n not a line',
  'trailing backslash \\',
  '\u0000\u0007\u001b[31m\u007f\u0085\u009f',
  '\u2028END:VCALENDAR\u2029',
  '\u202etxt.exe\u202c',
  '\ud800 alone \udc00',
  '"quoted":colon;X=1',
  'é'.repeat(200),
  '漢字'.repeat(100),
  '👩‍👩‍👧‍👦'.repeat(40),
  ' '.repeat(300),
  'x'.repeat(10_000),
  '',
  ...xssPayloads,
];

describe('hostile names', () => {
  it.each(hostile)(
    'come back as they are shown, in lines of 75 octets, and make no line of their own: %j',
    (text) => {
      const written = expiryCalendar([card({ name: text, issuerName: text })], options);
      const [event, ...more] = eventsOf(written);
      expect(more).toEqual([]);
      expect(event?.lines.map(([name]) => name)).toEqual([
        ...['UID', 'DTSTAMP', 'DTSTART;VALUE=DATE', 'SUMMARY', 'DESCRIPTION', 'CLASS', 'TRANSP'],
      ]);
      expect(textOf(lineOf(event, 'SUMMARY'))).toBe(calendarWords.summary(displayName(text)));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there.
      expect(written).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/);
      expect(written).not.toMatch(/\p{Surrogate}/u);
    },
  );
});
