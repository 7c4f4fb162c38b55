import { expect, it } from 'vitest';
import { groupTitle } from '../../../../renderer/grid/group-title.ts';
import { defaultSettings } from '../../../../shared/ipc/default-settings.ts';
import { makeCard } from '../../../factories/card.ts';

const cards = [makeCard('a', { issuerName: 'Harbour', issuerId: 'harbour.example' })];

it('a group is called by its issuer, its year, or on the timeline by its month', () => {
  const timeline = { ...defaultSettings, view: 'timeline', groupBy: 'issuer' } as const;
  const byIssuer = { ...defaultSettings, groupBy: 'issuer' } as const;
  const byYear = { ...defaultSettings, groupBy: 'year' } as const;
  expect(groupTitle({ key: 'harbour.example Harbour', cards }, byIssuer)).toBe('Harbour');
  expect(groupTitle({ key: '2026', cards }, byYear)).toBe('2026');
  expect(groupTitle({ key: '2026-03', cards }, timeline)).toBe('March 2026');
  expect(groupTitle({ key: 'none', cards }, timeline)).toBe('No date');
});
