import type { BadgeCard } from '../../shared/ipc/views.ts';

/** A card with nothing special about it; its name is its id where none is given. */
export function makeCard(id: string, more: Partial<BadgeCard> = {}): BadgeCard {
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
    skills: [],
    hasNote: false,
    noteText: '',
    evidenceCount: 0,
    imageUrl: null,
    verdict: null,
    verdictAsOf: null,
    recipient: 'not-checked',
    sameAs: null,
    ...more,
  };
}
