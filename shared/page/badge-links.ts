import { limits } from '../limits.ts';
import type { PageTag } from './page-tags.ts';

/** Where a page says that it lies: of itself, or as the browser that saved it wrote. */
export function addressOfPage(html: string, tags: readonly PageTag[]): string | null {
  const saved = /<!-- saved from url=\(\d{1,5}\)(\S{1,8192}) -->/.exec(html.slice(0, 16_384))?.[1];
  const ownWord = tags.flatMap(({ name, attributes }) => {
    if (name === 'base') return attributes.get('href') ?? [];
    if (name === 'link' && hasWord(attributes.get('rel'), 'canonical')) return attributes.get('href') ?? [];
    if (name === 'meta' && attributes.get('property') === 'og:url') return attributes.get('content') ?? [];
    return [];
  });
  return [saved ?? '', ...ownWord].find(isWebAddress) ?? null;
}

/**
 * Addresses on a page that may be those of its badge, the likeliest first: its data as `<link rel="alternate">`, its data
 * by other links and by OpenGraph, then the picture with the data inside. At most a few of each; none is asked here.
 */
export function badgeLinks(tags: readonly PageTag[], base: string | null): readonly string[] {
  const byRank: Set<string>[] = [];
  for (const tag of tags) {
    for (const { text, rank } of linksOf(tag)) {
      byRank[rank] ??= new Set();
      const url = byRank[rank].size < limits.pageCandidates ? absolute(text, base) : null;
      if (url !== null) byRank[rank].add(url);
    }
  }
  return [...new Set(byRank.flatMap((urls) => [...urls]))];
}

interface Link {
  readonly text: string;
  /** The lower, the likelier. */
  readonly rank: number;
}

function linksOf({ name, attributes }: PageTag): readonly Link[] {
  const href = attributes.get('href') ?? '';
  switch (name) {
    case 'link':
      return hasWord(attributes.get('rel'), 'alternate') && isDataType(attributes.get('type') ?? '')
        ? [{ text: href, rank: 0 }]
        : ranked(href, null);
    case 'a':
      return isDataType(attributes.get('type') ?? '') ? [{ text: href, rank: 1 }] : ranked(href, null);
    case 'meta': {
      const property = attributes.get('property') ?? attributes.get('name') ?? '';
      const isPicture = /^(?:og:image(?::url|:secure_url)?|twitter:image(?::src)?)$/i.test(property);
      const isPage = /^(?:og:url|twitter:url)$/i.test(property);
      if (!isPicture && !isPage) return [];
      return ranked(attributes.get('content') ?? '', isPicture ? 'picture' : null);
    }
    case 'img':
      return ranked(attributes.get('src') ?? '', 'picture');
    default:
      return [];
  }
}

/** Types of a badge's data. An `oembed` description of a page is JSON too, and no badge. */
function isDataType(type: string): boolean {
  return /^\s*application\/(?:json|ld\+json|vc|vc\+ld\+json|vc\+jwt|jwt)\s*(?:;|$)/i.test(type);
}

/** By the shape of the address alone, as the platforms write them; none: it does not look like a badge's. */
function ranked(text: string, shown: 'picture' | null): readonly Link[] {
  const shape = text.replace(/^https?:\/\/[^/?#]{0,300}/i, '');
  if (!/assertion|credential|badge|award|achievement/i.test(shape)) return [];
  if (/oembed|\/share|\/login|\/auth/i.test(shape)) return [];
  if (/[?&](?:format|f|type)=(?:json|jsonld)\b|\.(?:json|jsonld|jws|jwt)(?:[?#]|$)/i.test(shape)) {
    return [{ text, rank: 1 }];
  }
  if (shown === 'picture') {
    return /(?:assertion|award|credential)s?\/[^/?#]+\/(?:image|baked)|baked/i.test(shape)
      ? [{ text, rank: 3 }]
      : [];
  }
  if (/\/(?:public\/)?(?:assertions?|badge_assertions?)\/[^/?#]+\/?(?:[?#]|$)/i.test(shape)) {
    return [{ text, rank: 2 }];
  }
  return /\/(?:baked|bake)(?:[/?#]|$)|download[^#]{0,200}\.(?:png|svg)(?:[?#]|$)/i.test(shape)
    ? [{ text, rank: 3 }]
    : [];
}

/** True for an address by whose shape it is a badge's own: for links in documents that link to much else. */
export function looksLikeBadgeAddress(url: string): boolean {
  return isWebAddress(url) && ranked(url, null).length > 0;
}

function absolute(text: string, base: string | null): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > limits.documentUrlCharacters) return null;
  if (!URL.canParse(trimmed, base ?? undefined)) return null;
  const url = new URL(trimmed, base ?? undefined);
  url.hash = '';
  return isWebAddress(url.href) ? url.href : null;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S{1,8192}$/i.test(text) && URL.canParse(text);
}

function hasWord(list: string | undefined, word: string): boolean {
  return (list ?? '').toLowerCase().split(/\s+/).includes(word);
}
