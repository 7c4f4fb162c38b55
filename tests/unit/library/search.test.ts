import { describe, expect, test } from 'vitest';
import {
  emptySearch,
  isEmptySearch,
  issuerKeyOf,
  matches,
  verdictKeyOf,
  yearOf,
} from '../../../shared/library/search.ts';
import { type SavedSearch, savedSearchSchema } from '../../../shared/library/search-schema.ts';
import { makeCard } from '../../factories/card.ts';

const card = makeCard('card', {
  name: 'Soudure à l’arc',
  description: 'Joins steel.',
  issuerName: 'Harbour School',
  issuerId: 'school.example',
  issuedOn: '2019-05-03T10:00:00.000Z',
  version: '2.x',
  verdict: 'verified',
  recipient: 'yours',
  tags: ['Work', 'metal'],
  skills: ['Fillet weld'],
  noteText: 'Shown at the interview',
});
const members = (collectionId: string): ReadonlySet<string> => new Set(collectionId === 'c' ? [card.id] : []);

function finds(change: Partial<SavedSearch>): boolean {
  return matches(card, { ...emptySearch, ...change }, members);
}

describe('words', () => {
  test.each(['ışık', 'IŞIK', 'isik', 'istanbul', 'İSTANBUL'])('“%s” finds “İstanbul Işık”', (text) => {
    expect(matches(makeCard('x', { name: 'İstanbul Işık' }), { ...emptySearch, text }, members)).toBe(true);
  });

  test.each([
    ['', true],
    ['soudure', true],
    ['A L’ARC', true],
    ['steel harbour', true],
    ['school.example', true],
    ['fillet', true],
    ['METAL work', true],
    ['interview', true],
    ['  weld   interview ', true],
    ['weld picture', false],
    ['" OR *', false],
    ["'; DROP TABLE", false],
    ['%', false],
    ['.*', false],
  ])('“%s”: %s', (text, isFound) => {
    expect(finds({ text })).toBe(isFound);
  });
});

describe('filters', () => {
  test.each<[Partial<SavedSearch>, boolean]>([
    [{ issuers: [issuerKeyOf(card)] }, true],
    [{ issuers: ['school.example Other School'] }, false],
    [{ verdicts: ['revoked', 'verified'] }, true],
    [{ verdicts: ['not-checked'] }, false],
    [{ years: ['2019'] }, true],
    [{ years: ['2020', 'none'] }, false],
    [{ versions: ['2.x'] }, true],
    [{ versions: ['3.0'] }, false],
    [{ tags: ['other', 'metal'] }, true],
    [{ tags: ['Metal'] }, false],
    [{ collections: ['d', 'c'] }, true],
    [{ collections: ['d'] }, false],
    [{ collections: ['gone'] }, false],
    [{ recipients: ['yours'] }, true],
    [{ recipients: ['not-yours'] }, false],
    [{ years: ['2019'], tags: ['Work'], text: 'arc' }, true],
    [{ years: ['2019'], tags: ['Work'], text: 'boat' }, false],
  ])('%o: %s', (search, isFound) => {
    expect(finds(search)).toBe(isFound);
  });

  test('name what a badge does not tell', () => {
    expect(yearOf(makeCard('x', { issuedOn: null }))).toBe('none');
    expect(yearOf(makeCard('x', { issuedOn: 'soon' }))).toBe('none');
    expect(verdictKeyOf(makeCard('x', { verdict: null }))).toBe('not-checked');
  });
});

test('an empty search finds everything, and blanks alone are no words', () => {
  expect(isEmptySearch(emptySearch)).toBe(true);
  expect(isEmptySearch({ ...emptySearch, text: '  ' })).toBe(true);
  expect(isEmptySearch({ ...emptySearch, tags: ['x'] })).toBe(false);
});

describe('what may be saved as a search', () => {
  test.each([
    ['a year of letters', { years: ['20x9'] }],
    ['a verdict that there is not', { verdicts: ['fine'] }],
    ['a path for a collection', { collections: ['../x'] }],
    ['far too many values', { tags: Array.from({ length: 201 }, () => 'x') }],
    ['a text of a million characters', { text: 'x'.repeat(1_000_000) }],
    ['no list', { tags: 'x' }],
  ])('not %s', (_, change) => {
    expect(savedSearchSchema.safeParse({ ...emptySearch, ...change }).success).toBe(false);
    expect(savedSearchSchema.safeParse(emptySearch).success).toBe(true);
  });
});
