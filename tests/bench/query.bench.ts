import { bench, describe } from 'vitest';
import type { BadgeCard } from '../../shared/ipc/views.ts';
import { createFinder } from '../../shared/library/facets.ts';
import { queryBadges } from '../../shared/library/query.ts';
import { emptySearch } from '../../shared/library/search.ts';
import { makeCard } from '../factories/card.ts';

const subjects = [
  'Welding',
  'Café work',
  'First aid',
  'Graph theory',
  'Beekeeping',
  'Zürich dialect',
  'Chess',
];

describe('10 000 badges', () => {
  const cards = Array.from({ length: 10_000 }, (_, index) => cardOf(index));
  const sorts = ['name', 'issuer', 'issued', 'added'] as const;

  bench('search one word', () => {
    queryBadges(cards, { text: 'cafe', sort: 'added', descending: true, locale: 'en' });
  });
  const find = createFinder(cards, []);
  bench('every filter counted, at every keystroke of a search', () => {
    for (let end = 1; end <= 'first aid 7'.length; end += 1) {
      find({ ...emptySearch, text: 'first aid 7'.slice(0, end), years: ['2016', '2017'] }).counts();
    }
  });
  bench('search two words', () => {
    queryBadges(cards, { text: 'bee 77', sort: 'added', descending: true, locale: 'en' });
  });
  for (const sort of sorts) {
    bench(`all of them by ${sort}`, () => {
      queryBadges(cards, { text: '', sort, descending: false, locale: 'en' });
    });
  }
});

function cardOf(index: number): BadgeCard {
  const day = new Date(Date.UTC(2015, 0, 1 + (index % 4_000))).toISOString();
  return makeCard(index.toString(16).padStart(64, '0'), {
    name: `${subjects[index % subjects.length]} ${index % 97}`,
    description: 'What a person did to earn it, in one or two sentences that are searched too.',
    issuerName: `School ${index % 53}`,
    issuerId: `school-${index % 53}.example`,
    issuedOn: day,
    addedAt: day,
    verdict: 'verified',
    verdictAsOf: day,
    recipient: 'yours',
  });
}
