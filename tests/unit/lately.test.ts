import { expect, test, vi } from 'vitest';
import { lately } from '../../shared/lately.ts';
import { limits } from '../../shared/limits.ts';

test('what was asked for lately is not worked out again', () => {
  const answer = vi.fn((text: string) => ({ text }));
  const ask = lately(2, answer);
  const first = ask('a');
  expect(ask('b')).toEqual({ text: 'b' });
  expect(ask('a')).toBe(first);
  expect(answer).toHaveBeenCalledTimes(2);
});

test('what was asked for longest ago is forgotten first', () => {
  const answer = vi.fn((text: string) => text);
  const ask = lately(2, answer);
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) ask(text);
  expect(answer.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
});

test('no answer is an answer too', () => {
  const answer = vi.fn((): string | null => null);
  const ask = lately(2, answer);
  for (const text of ['', 'a', '', 'a']) expect(ask(text)).toBe(null);
  expect(answer).toHaveBeenCalledTimes(2);
});

test('what failed is asked for again, and nothing else is given in its place', () => {
  let times = 0;
  const ask = lately(2, (text: string) => {
    times++;
    if (text === 'bad') throw new RangeError('no');
    return text;
  });
  ask('good');
  expect(() => ask('bad')).toThrow(RangeError);
  expect(() => ask('bad')).toThrow(RangeError);
  expect(ask('good')).toBe('good');
  expect(times).toBe(3);
});

test('very long texts are not kept', () => {
  const answer = vi.fn((text: string) => text.length);
  const ask = lately(2, answer);
  const long = 'x'.repeat(limits.textReadLatelyCharacters + 1);
  for (const _ of [1, 2]) expect(ask(long)).toBe(long.length);
  expect(answer).toHaveBeenCalledTimes(2);
});
