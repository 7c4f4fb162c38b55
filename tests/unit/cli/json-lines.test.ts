import { expect, it } from 'vitest';
import { jsonLine } from '../../../electron/cli/json-lines.ts';

it('a line holds nothing that could move a terminal’s cursor or turn its text round, and parses to the same value', () => {
  const value = { name: 'a\u001b[31m\u009b1m\u202eb\u2028c\u200f\u0007\ufeff\nd\u007f' };
  const line = jsonLine(value);
  expect(line).toMatch(/^[\u0020-\u007e]*\n$/);
  expect(JSON.parse(line)).toEqual(value);
});

it('letters of every script stay readable', () => {
  expect(jsonLine({ name: 'Ünï 資格 شهادة 🎓' })).toBe('{"name":"Ünï 資格 شهادة 🎓"}\n');
});
