import { expect, it } from 'vitest';
import { type EvidenceDraft, evidenceOf } from '../../../../renderer/evidence/evidence-draft.ts';

const draft: EvidenceDraft = { kind: 'text', title: ' Logbook ', text: 'ten days', url: '' };

it('a text needs words, a link an address, a file a file', () => {
  expect(evidenceOf(draft, false)).toEqual({ kind: 'text', title: 'Logbook', text: 'ten days' });
  expect(evidenceOf({ ...draft, text: '  ' }, true)).toBeNull();
  expect(evidenceOf({ ...draft, kind: 'link', url: ' https://example.edu/x ' }, false)).toEqual({
    kind: 'link',
    title: 'Logbook',
    url: 'https://example.edu/x',
  });
  expect(evidenceOf({ ...draft, kind: 'file' }, false)).toBeNull();
  expect(evidenceOf({ ...draft, kind: 'file', title: '' }, true)).toEqual({ kind: 'file', title: '' });
});

it.each(['', 'example.edu', 'javascript:alert(1)', 'https://', 'file:///etc/passwd', 'https://a b'])(
  'no link is made of %j',
  (url) => {
    expect(evidenceOf({ ...draft, kind: 'link', url }, false)).toBeNull();
  },
);
