import { describe, expect, it } from 'vitest';
import { previewSentences } from '../../../../renderer/issuers/preview-sentences.ts';
import type { IssuerListPreview } from '../../../../shared/ipc/trust-views.ts';

const preview: IssuerListPreview = {
  kind: 'issuers',
  name: '',
  count: 2,
  names: ['School', 'Club'],
  alreadyKnown: 0,
  skipped: 0,
  asOf: null,
  anchor: null,
  renews: false,
};

describe('what a file of issuers would add', () => {
  it('is told by number and by name', () => {
    expect(previewSentences(preview)).toEqual(['2 issuers would be added.', 'By name: “School”, “Club”.']);
    expect(previewSentences({ ...preview, count: 7 })[1]).toBe('By name: “School”, “Club” and 5 more.');
  });

  it('says what stays as it is and what is left out', () => {
    const sentences = previewSentences({ ...preview, count: 0, names: [], alreadyKnown: 1, skipped: 3 });
    expect(sentences).toHaveLength(3);
    expect(sentences.join(' ')).toMatch(/no issuer that you do not know.*stays as it is.*3 entries/);
  });

  it('of a registry says of when it is, and whether it is here already', () => {
    const registry = {
      ...preview,
      kind: 'registry',
      asOf: '2026-10-01T00:00:00.000Z',
      renews: true,
    } as const;
    expect(previewSentences(registry)).toEqual([
      'It lists 2 issuers, as of 1 October 2026.',
      'By name: “School”, “Club”.',
      'You have this registry already: it is brought up to date.',
    ]);
  });

  it('shows names of strangers without what could mislead', () => {
    expect(previewSentences({ ...preview, names: ['Sch\u202eool\n\u0007'] })[1]).toBe(
      'By name: “School” and 1 more.',
    );
  });
});
