import { describe, expect, it } from 'vitest';
import { hasZone, readDate } from '../../../shared/badge/dates.ts';
import { fastestMs } from '../../factories/fastest.ts';

const noon = Date.UTC(2024, 1, 29, 12, 0, 0);

describe('readDate', () => {
  it.each([
    ['2024-02-29T12:00:00Z', noon],
    ['2024-02-29t12:00:00z', noon],
    [' 2024-02-29T12:00:00Z\n', noon],
    ['2024-02-29T13:00:00+01:00', noon],
    ['2024-02-29T06:30:00-0530', noon],
    ['2024-02-29 12:00:00 +0000', noon],
    ['2024-02-29T12:00:00', noon],
    ['2024-02-29T12:00', noon],
    ['2024-02-29T12:00:00.123456789Z', noon + 123],
    ['2024-02-29T12:00:00,5Z', noon + 500],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['0050-01-01', new Date('0050-01-01T00:00:00Z').getTime()],
    ['1709208000', noon],
    ['999999999', 999_999_999_000],
    ['2016-12-31T23:59:60Z', Date.UTC(2016, 11, 31, 23, 59, 59)],
  ])('reads %s', (text, ms) => {
    expect(readDate(text)).toBe(ms);
  });

  it.each([
    '',
    'yesterday',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '2024-01-01T00:00:00+25:00',
    '2024-1-1',
    '12345678',
    '12345678901',
    'Sat 25 Feb 2023 07:16:31 PM CST',
    '1e9',
    '２０２４-01-01',
  ])('refuses “%s”', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('H08 long texts are refused at once', () => {
    for (const text of ['1'.repeat(1e5), '2024-01-01T00:00:00.'.padEnd(1e5, '9'), ' '.repeat(1e5)]) {
      expect(readDate(text)).toBeNull();
      expect(hasZone(text)).toBe(false);
      expect(fastestMs(() => [readDate(text), hasZone(text)])).toBeLessThan(10);
    }
  });
});

describe('hasZone', () => {
  it('tells a moment from a local time', () => {
    expect(['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.5+01:00', '1709208000'].map(hasZone)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['2024-02-29', '2024-02-29T12:00:00', 'Z'].map(hasZone)).toEqual([false, false, false]);
  });
});
