import { describe, expect, it } from 'vitest';
import { type GroupBy, groupCards } from '../../../shared/library/groups.ts';
import { makeCard } from '../../factories/card.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const cards = [
  makeCard('a', { issuerName: 'Zoo', issuedOn: '2024-05-01T00:00:00Z' }),
  makeCard('b', { issuerName: 'école', issuedOn: '2025-01-31T23:59:59Z' }),
  makeCard('c', { issuerName: '', issuerId: '', issuedOn: null }),
  makeCard('d', { issuerName: 'Zoo', issuedOn: '2025-01-01T00:00:00Z' }),
  makeCard('e', { issuerName: 'Zoo', issuerId: 'other.example', issuedOn: '2024-06-01T00:00:00Z' }),
];

function grouped(by: GroupBy): unknown {
  return groupCards(cards, by, collator).map(({ key, cards: members }) => [
    key,
    members.map(({ id }) => id).join(''),
  ]);
}

describe('groups', () => {
  it('of issuers stand by name, two issuers of one name apart, those that name nobody last', () => {
    expect(grouped('issuer')).toEqual([
      ['école', 'b'],
      ['Zoo', 'ad'],
      ['other.example Zoo', 'e'],
      ['', 'c'],
    ]);
  });

  it('of years and months stand newest first, badges without a date last', () => {
    expect(grouped('year')).toEqual([
      ['2025', 'bd'],
      ['2024', 'ae'],
      ['none', 'c'],
    ]);
    expect(grouped('month')).toEqual([
      ['2025-01', 'bd'],
      ['2024-06', 'e'],
      ['2024-05', 'a'],
      ['none', 'c'],
    ]);
  });

  it('none at all are one group in the order given', () => {
    expect(grouped('none')).toEqual([['', 'abcde']]);
  });
});
