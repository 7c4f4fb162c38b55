import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../../renderer/import/summary.ts';
import type { ImportRow } from '../../../../shared/ipc/import-views.ts';

const row = (outcome: ImportRow['outcome']): ImportRow => ({
  fileName: 'f',
  outcome,
  badgeIds: [],
  found: '',
  notes: [],
  failure: null,
});

describe('the summary of an import', () => {
  it('counts every outcome and leaves out what did not happen', () => {
    expect(summaryOf([row('imported'), row('imported'), row('refused')])).toBe(
      '2 badge files added, 1 could not be added',
    );
    expect(summaryOf([row('already')])).toBe('1 already here');
    expect(summaryOf([row('imported'), row('cancelled')])).toBe('1 badge file added, 1 not looked at');
    expect(summaryOf([row('edition'), row('already')])).toBe('1 other edition added, 1 already here');
    expect(summaryOf([])).toBe('Nothing to add');
  });
});
