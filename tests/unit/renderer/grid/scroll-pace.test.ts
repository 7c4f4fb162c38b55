import { describe, expect, it } from 'vitest';
import { createScrollPace } from '../../../../renderer/grid/scroll-pace.ts';

describe('the pace of scrolling', () => {
  it('lets pictures be asked for at once while nothing is scrolled', () => {
    expect(createScrollPace().pictureDelay(0)).toBe(0);
  });

  it('has a card that came while something is scrolled stand for some frames first', () => {
    const pace = createScrollPace();
    pace.noteScroll(1_000);
    expect(pace.pictureDelay(1_000)).toBeGreaterThan(3 * 16);
    expect(pace.pictureDelay(1_016)).toBeGreaterThan(3 * 16);
  });

  it('is forgotten soon after the last movement', () => {
    const pace = createScrollPace();
    pace.noteScroll(1_000);
    pace.noteScroll(1_016);
    expect(pace.pictureDelay(1_200)).toBe(0);
  });
});
