import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createTextRanks } from '../../../shared/library/text-ranks.ts';
import { limits } from '../../../shared/limits.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

describe('ranks of texts', () => {
  it('order any texts as the language does, in whatever parts they came', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('a', 'A', 'Ä', 'a 2', 'a 10'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 12 }), { maxLength: 5 }), (parts) => {
        const rank = createTextRanks(collator);
        for (const part of parts) rank(part);
        const all = parts.flat();
        const { rankOf } = rank(all);
        for (const a of all) {
          for (const b of all) {
            expect(Math.sign(rankOf(a) - rankOf(b))).toBe(Math.sign(collator.compare(a, b)));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('compare nothing again that was ranked before', () => {
    const compare = vi.fn(collator.compare);
    const rank = createTextRanks({ compare } as unknown as Intl.Collator);
    const texts = Array.from({ length: 100 }, (_, index) => `Badge ${index}`);
    rank(texts);
    compare.mockClear();
    rank([...texts].reverse());
    expect(compare).not.toHaveBeenCalled();
    rank([...texts, 'Badge 50 and a half']);
    expect(compare.mock.calls.length).toBeLessThanOrEqual(2 * 101);
  });

  it('look at the beginning of a text alone', () => {
    const long = 'x'.repeat(limits.comparedCharacters);
    const { rankOf } = createTextRanks(collator)([`${long}a`, `${long}b`, 'y']);
    expect(rankOf(`${long}a`)).toBe(rankOf(`${long}b`));
    expect(rankOf('y')).toBeGreaterThan(rankOf(long));
  });
});
