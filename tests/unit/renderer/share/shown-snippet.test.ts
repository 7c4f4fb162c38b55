import { expect, it } from 'vitest';
import { shownSnippet } from '../../../../renderer/share/shown-snippet.ts';

it('a snippet is shown without the characters of its picture, and with every other one', () => {
  const picture = 'UklGRsZGAABXRUJQ'.repeat(2_000);
  const snippet = (data: string) =>
    `<figure><img src="data:image/webp;base64,${data}" alt="Welding 1. Signer not confirmed."><figcaption>Welding 1</figcaption></figure>`;
  expect(shownSnippet(snippet(`${picture}==`))).toBe(snippet('UklGRsZGAABXRUJQ…'));
  expect(shownSnippet('<p>no picture</p>')).toBe('<p>no picture</p>');
});
