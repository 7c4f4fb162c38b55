import { expect, test } from 'vitest';
import { portfolioSchema } from '../../../shared/portfolio/portfolio-schema.ts';
import {
  portfolioOfTemplate,
  type TemplateCard,
  templateKinds,
} from '../../../shared/portfolio/templates.ts';
import { badgeIdOfNumber } from '../../factories/library-records.ts';

const card = (number: number, more: Partial<TemplateCard> = {}): TemplateCard => ({
  id: badgeIdOfNumber(number),
  name: `Badge ${number}`,
  issuerName: 'Town School',
  issuedOn: `202${number}-01-01`,
  addedAt: '2026-11-22',
  verdict: 'verified',
  recipient: 'not-yours',
  ...more,
});
const numbers = (sections: ReturnType<typeof portfolioOfTemplate>['sections']) =>
  sections.map(({ entries }) =>
    entries.map(({ badge }) => [1, 2, 3, 4, 5].find((n) => badgeIdOfNumber(n) === badge)),
  );

test('an application takes what is the person’s own and stands, newest first', () => {
  const cards = [
    card(1, { recipient: 'yours' }),
    card(2, { recipient: 'yours', verdict: 'revoked' }),
    card(3),
    card(4, { recipient: 'yours', verdict: 'verified-earlier' }),
    card(5, { recipient: 'yours', verdict: null }),
  ];
  expect(numbers(portfolioOfTemplate('application', cards).sections)).toEqual([[4, 1]]);
});

test('an application of somebody who named no address takes all that stands', () => {
  const cards = [card(1), card(2, { verdict: 'expired' }), card(3)];
  expect(numbers(portfolioOfTemplate('application', cards).sections)).toEqual([[3, 1]]);
});

test('a course record has a section for each issuer, oldest first in each', () => {
  const cards = [card(3), card(1), card(2, { issuerName: 'Harbour College' })];
  const { sections } = portfolioOfTemplate('course', cards);
  expect(sections.map(({ title }) => title)).toEqual(['Town School', 'Harbour College']);
  expect(numbers(sections)).toEqual([[1, 3], [2]]);
});

test('everything is everything, whatever its verdict', () => {
  const cards = [card(1), card(2, { verdict: 'altered' }), card(3, { verdict: null })];
  expect(numbers(portfolioOfTemplate('everything', cards).sections)).toEqual([[3, 2, 1]]);
});

test('every template makes a portfolio that can be kept, of many badges and of none', () => {
  for (const kind of templateKinds) {
    for (const cards of [[], [1, 2, 3].map((number) => card(number))]) {
      expect(portfolioSchema.safeParse(portfolioOfTemplate(kind, cards)).success).toBe(true);
    }
  }
});
