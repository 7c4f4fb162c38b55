import { describe, expect, it } from 'vitest';
import { filtered, groupsOf, textOfRows } from '../../../../renderer/import/row-filter.ts';
import type { ImportRow } from '../../../../shared/ipc/import-views.ts';
import { wordsFor } from '../../../../shared/text/errors.ts';

const row = (fileName: string, outcome: ImportRow['outcome'], more: Partial<ImportRow> = {}): ImportRow => ({
  fileName,
  outcome,
  badgeIds: [],
  found: outcome === 'refused' ? '' : '“Welding 1” by Town School',
  notes: [],
  failure: outcome === 'refused' ? { code: 'image/no-badge', ...wordsFor('image/no-badge') } : null,
  ...more,
});

const rows = [
  row('a.png', 'imported'),
  row('b.png', 'refused'),
  row('c.png', 'imported'),
  row('d.png', 'edition'),
];

describe('the filter of rows', () => {
  it('offers what there is, each with its count', () => {
    expect(groupsOf(rows)).toEqual([
      { filter: 'all', count: 4 },
      { filter: 'imported', count: 2 },
      { filter: 'edition', count: 1 },
      { filter: 'refused', count: 1 },
    ]);
  });

  it('offers nothing where all rows are of one kind, or there are none', () => {
    expect(groupsOf([row('a', 'already'), row('b', 'already')])).toEqual([]);
    expect(groupsOf([])).toEqual([]);
  });

  it('keeps the order of the rows', () => {
    expect(filtered(rows, 'imported').map(({ fileName }) => fileName)).toEqual(['a.png', 'c.png']);
    expect(filtered(rows, 'all')).toBe(rows);
  });
});

describe('rows as text', () => {
  it('say of each file what became of it, why, and what to do', () => {
    expect(textOfRows([...rows.slice(0, 2), row('', 'already', { notes: ['Noted.'] })], 10_000)).toBe(
      [
        'a.png\tAdded: “Welding 1” by Town School',
        'b.png\tNot added: This picture has no badge data inside. Phones, chats and screenshots strip it. Download it again from the site that issued it, and add that file. (image/no-badge)',
        'Pasted text\tAlready here: “Welding 1” by Town School Noted.',
      ].join('\n'),
    );
  });

  it('end at the limit, and say how many are missing', () => {
    const many = Array.from({ length: 5_000 }, (_, number) => row(`${number}.png`, 'refused'));
    const text = textOfRows(many, 10_000);
    expect(text.length).toBeLessThanOrEqual(10_000);
    expect(text).toMatch(/\n… and \d+ more files$/);
  });
});
