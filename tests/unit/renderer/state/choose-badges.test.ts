import { describe, expect, it } from 'vitest';
import { type BadgeQuery, chooseBadges } from '../../../../renderer/state/choose-badges.ts';
import type { BadgeCard, CollectionView } from '../../../../shared/ipc/views.ts';

function card(id: string, more: Partial<BadgeCard> = {}): BadgeCard {
  return {
    id,
    name: id,
    description: '',
    issuerName: '',
    issuerId: '',
    version: '3.0',
    issuedOn: null,
    expires: null,
    addedAt: '2026-01-01T00:00:00Z',
    tags: [],
    imageUrl: null,
    verdict: null,
    verdictAsOf: null,
    recipient: 'not-checked',
    sameAs: null,
    skills: [],
    hasNote: false,
    noteText: '',
    evidenceCount: 0,
    ...more,
  };
}

const everything: BadgeQuery = { place: { kind: 'all' }, search: '', sort: 'name', sortDescending: false };
const school: CollectionView = {
  id: 'c',
  name: 'School',
  parentId: null,
  search: null,
  badgeIds: ['b', 'gone'],
};

function ids(badges: readonly BadgeCard[], query: Partial<BadgeQuery>): string[] {
  return chooseBadges(badges, [school], { ...everything, ...query }).map(({ id }) => id);
}

describe('which badges are shown', () => {
  it('a collection shows the badges in it that are there', () => {
    expect(ids([card('a'), card('b')], { place: { kind: 'collection', id: 'c' } })).toEqual(['b']);
    expect(ids([card('a')], { place: { kind: 'collection', id: 'unknown' } })).toEqual([]);
  });

  it('"yours" shows those matched to an address, never those that were not checked', () => {
    const badges = [card('a', { recipient: 'yours' }), card('b', { recipient: 'not-yours' }), card('c')];
    expect(ids(badges, { place: { kind: 'yours' } })).toEqual(['a']);
  });

  it('a search finds every word, in any case, without accents, in names, issuers, descriptions and tags', () => {
    const badges = [
      card('a', { name: 'École d’été', tags: ['music'] }),
      card('b', { name: 'Welding', issuerName: 'Trade School', description: 'MIG and TIG' }),
    ];
    expect(ids(badges, { search: 'ecole MUSIC' })).toEqual(['a']);
    expect(ids(badges, { search: ' trade  tig ' })).toEqual(['b']);
    expect(ids(badges, { search: 'ecole tig' })).toEqual([]);
  });
});

describe('J14 five thousand badges with texts of a million characters', () => {
  const huge = 'x'.repeat(1_000_000);
  const badges = Array.from({ length: 5_000 }, (_, index) =>
    card(String(index), { name: huge, description: huge, issuerName: huge }),
  );

  it('are sorted and searched at once', () => {
    const start = performance.now();
    expect(ids(badges, { sort: 'name' })).toHaveLength(5_000);
    expect(ids(badges, { search: 'welding' })).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('in which order', () => {
  it('names are sorted as people sort them: numbers by value, case aside', () => {
    const badges = [
      card('1', { name: 'Level 10' }),
      card('2', { name: 'level 2' }),
      card('3', { name: 'Art' }),
    ];
    expect(ids(badges, {})).toEqual(['3', '2', '1']);
  });

  it('dates are sorted both ways, badges without one at the old end', () => {
    const badges = [
      card('old', { issuedOn: '2019-01-01T00:00:00Z' }),
      card('new', { issuedOn: '2026-01-01T00:00:00Z' }),
      card('none'),
    ];
    expect(ids(badges, { sort: 'issued' })).toEqual(['none', 'old', 'new']);
    expect(ids(badges, { sort: 'issued', sortDescending: true })).toEqual(['new', 'old', 'none']);
  });

  it('equal badges keep one order, so that nothing jumps', () => {
    expect(ids([card('b', { name: 'x' }), card('a', { name: 'x' })], {})).toEqual(['a', 'b']);
  });

  it('leaves the list that it was given as it was', () => {
    const badges = Object.freeze([card('b'), card('a')]);
    expect(ids(badges, {})).toEqual(['a', 'b']);
  });
});
