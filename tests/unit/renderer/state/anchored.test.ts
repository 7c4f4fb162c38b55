import { describe, expect, it } from 'vitest';
import { anchored, learnFrom } from '../../../../renderer/state/anchored.ts';

/** As react-aria's lists make them. */
class ListSet extends Set<string> {
  readonly anchorKey: string | null;
  readonly currentKey: string | null;
  constructor(keys: Iterable<string>, anchorKey: string | null = null, currentKey: string | null = null) {
    super(keys);
    this.anchorKey = anchorKey;
    this.currentKey = currentKey;
  }
}

describe('what is selected, from where Shift extends it', () => {
  it('is a plain set as long as no list has made one', () => {
    learnFrom('all');
    learnFrom(new Set(['a']));
    expect(anchored(['a', 'b'])).toEqual(new Set(['a', 'b']));
  });

  it('begins at the first and ends at the last, or is a stretch of one where the person touched it last', () => {
    learnFrom(new ListSet(['x']));
    expect(anchored(['a', 'b', 'c'])).toMatchObject({ anchorKey: 'a', currentKey: 'c' });
    expect(anchored(['a', 'b', 'c'], 'b')).toMatchObject({ anchorKey: 'b', currentKey: 'b' });
    expect(anchored([])).toMatchObject({ anchorKey: null, currentKey: null });
  });

  it('that a list made is kept as it is', () => {
    const made = new ListSet(['a', 'b'], 'b', 'a');
    expect(anchored(made)).toBe(made);
  });
});
