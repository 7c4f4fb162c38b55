import { describe, expect, it } from 'vitest';
import { artSeed } from '../../../../renderer/grid/art-seed.ts';

describe('the drawing of a badge without a picture', () => {
  it('is the same for the same name', () => {
    expect(artSeed('Community Gardener')).toEqual(artSeed('Community Gardener'));
  });

  it('shows the first letters of the first and the last word', () => {
    expect(artSeed('First Aid at Sea').letters).toBe('FS');
    expect(artSeed('école').letters).toBe('É');
    expect(artSeed('𝔘nicode 學').letters).toBe('𝔘學');
  });

  it('has a dot for a name without letters, and a colour and a shape for every name', () => {
    for (const name of ['', '✓ ‼', '<img>', 'x'.repeat(10_000)]) {
      const { letters, tone, points } = artSeed(name);
      expect(letters.length).toBeGreaterThan(0);
      expect([0, 1, 2, 3, 4, 5, 6, 7]).toContain(tone);
      expect(points).toBeGreaterThanOrEqual(8);
      expect(points).toBeLessThanOrEqual(16);
    }
    expect(artSeed('').letters).toBe('·');
  });
});
