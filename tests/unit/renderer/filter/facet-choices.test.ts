import { describe, expect, it } from 'vitest';
import { facetChoices, facetTitles, isOffered } from '../../../../renderer/filter/facet-choices.ts';
import type { CollectionView } from '../../../../shared/ipc/views.ts';
import { facets } from '../../../../shared/library/facet-columns.ts';
import { createFinder } from '../../../../shared/library/facets.ts';
import { emptySearch } from '../../../../shared/library/search.ts';
import { makeCard } from '../../../factories/card.ts';

const cards = [
  makeCard('a', {
    issuerName: 'Harbour',
    issuedOn: '2024-01-01T00:00:00Z',
    verdict: 'revoked',
    version: '2.x',
  }),
  makeCard('b', { issuerName: 'Harbour', issuedOn: '2026-01-01T00:00:00Z', recipient: 'yours' }),
  makeCard('c', { issuerId: 'library.example', issuedOn: null }),
];
const school: CollectionView = { id: 's', name: 'School', parentId: null, search: null, badgeIds: ['a'] };
const titleOf = facetTitles(cards, [school]);
const counts = createFinder(cards, [school])(emptySearch).counts();

describe('the values of a filter', () => {
  it('are called as people know them', () => {
    expect(titleOf('issuers', 'library.example')).toBe('library.example');
    expect(titleOf('collections', 's')).toBe('School');
    expect(titleOf('collections', 'gone')).toBe('A collection that is gone');
    expect(titleOf('verdicts', 'revoked')).toBe('Revoked');
    expect(titleOf('verdicts', 'not-checked')).toBe('Not checked yet');
    expect(titleOf('years', 'none')).toBe('No date');
    expect(titleOf('recipients', 'not-yours')).toBe('Not yours');
    expect(titleOf('versions', '2.x')).toBe('Open Badges 2.x');
    expect(titleOf('versions', 'clr-2.0')).toBe('CLR 2.0');
  });

  it('stand by how many badges have them, the chosen ones first, years the newest first', () => {
    const values = (facet: 'issuers' | 'years', chosen: readonly string[]) =>
      facetChoices(facet, counts, chosen, titleOf).map(({ value, count }) => `${value} ${count}`);
    expect(values('issuers', [])).toEqual(['Harbour 2', 'library.example 1']);
    expect(values('issuers', ['library.example'])).toEqual(['library.example 1', 'Harbour 2']);
    expect(values('years', [])).toEqual(['2026 1', '2024 1', 'none 1']);
  });

  it('no filter is offered that could tell no badge from another, unless it is in use', () => {
    expect(facets.filter((facet) => isOffered(facet, counts, []))).toEqual([
      'issuers',
      'verdicts',
      'years',
      'collections',
      'recipients',
      'versions',
    ]);
    expect(isOffered('tags', counts, ['lost'])).toBe(true);
  });
});
