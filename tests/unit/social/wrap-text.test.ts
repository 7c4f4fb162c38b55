import { describe, expect, it } from 'vitest';
import { wrapText } from '../../../shared/social/wrap-text.ts';

/** Every cluster is one pixel wide. */
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const measure = (text: string) => [...segmenter.segment(text)].length;

describe('wrapText', () => {
  it.each([
    ['one two three', 7, 3, ['one two', 'three']],
    ['one two three', 5, 3, ['one', 'two', 'three']],
    ['one two three four', 7, 2, ['one two', 'three…']],
    ['Donaudampfschifffahrt', 8, 3, ['Donaudam', 'pfschiff', 'fahrt']],
    ['ab Donaudampfschifffahrt', 8, 2, ['ab Donau', 'dampfsc…']],
    ['学学学学学', 2, 2, ['学学', '学…']],
    ['', 5, 2, []],
    ['   ', 5, 2, []],
    ['fits', 4, 1, ['fits']],
  ] as const)('%j on %i pixels and %i lines', (text, width, maxLines, lines) => {
    expect(wrapText(text, width, maxLines, measure)).toEqual(lines);
  });

  it('never breaks a cluster, and says of all that is cut that it is', () => {
    const family = '👩‍👩‍👧‍👦';
    const lines = wrapText(family.repeat(500), 10, 2, measure);
    expect(lines).toEqual([family.repeat(10), `${family.repeat(9)}…`]);
  });

  it('takes a text of 3 000 characters in its stride', () => {
    const lines = wrapText('word '.repeat(600), 20, 3, measure);
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => measure(line) <= 20)).toBe(true);
    expect(lines.at(-1)).toMatch(/…$/);
  });
});
