import { describe, expect, it } from 'vitest';
import { embedSnippet } from '../../../shared/social/embed-snippet.ts';
import { badgeCard } from '../../../shared/social/share-card.ts';
import { sharedOf } from '../../factories/share.ts';
import { xssPayloads } from '../../factories/xss-payloads.ts';

const picture = new TextEncoder().encode('RIFF....WEBP');
const link = { url: 'https://school.example/?a=1&b="2"', host: 'school.example' };
const templates = [
  '{{ constructor }}',
  '<%= x %>',
  '$' + '{x}',
  '[gallery ids="1"]',
  '{% include x %}',
  '[x](y)',
];

function snippet(name: string, withLink = true): string {
  const issuer = { id: null, name, url: null, email: null, description: null, image: null };
  return embedSnippet({ card: badgeCard(sharedOf({ name, issuer })), picture, link: withLink ? link : null });
}

/** Every tag, as a reader of HTML splits them: `<` stands nowhere else. */
function tags(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[a-z]+)/g)].map(([, name]) => name ?? '');
}

const expected = ['figure', 'img', '/img', 'figcaption', 'a', '/a', '/figcaption', '/figure'].filter(
  (tag) => tag !== '/img',
);

describe('an embed snippet', () => {
  it('is one picture with its words, one link, and says that it proves nothing', () => {
    const html = snippet('Welding');
    expect(tags(html)).toEqual(expected);
    expect(html).toContain('src="data:image/webp;base64,UklGRi4uLi5XRUJQ"');
    expect(html).toMatch(/alt="Welding\. .*A picture proves nothing: [^"]+"/);
    expect(html).toContain(
      '<a href="https://school.example/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">',
    );
    expect(html).toContain('Welding. This is a picture, not a check.');
    expect(html).not.toMatch(/\n|<script|style=|class=|\son\w+=/);
    expect(tags(snippet('Welding', false))).toEqual([
      'figure',
      'img',
      'figcaption',
      '/figcaption',
      '/figure',
    ]);
  });

  it.each([...xssPayloads, ...templates])('K15 K11 keeps a text a text: %j', (name) => {
    const html = snippet(name);
    expect(tags(html)).toEqual(expected);
    expect(html.split('<')).toHaveLength(expected.length + 1);
    expect(html.split('"')).toHaveLength(2 * 6 + 1);
    expect(html).not.toMatch(/[{}[\]`]|<%|\n/);
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url?.slice(0, 15))).toEqual([
      'data:image/webp',
      'https://school.',
    ]);
  });
});
