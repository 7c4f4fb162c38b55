import { base64Bytes } from '../base64.ts';
import { latin1Text, utf8Bytes, utf8Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { addressOfPage, badgeLinks } from '../page/badge-links.ts';
import { type MhtmlPart, mhtmlParts } from '../page/mhtml.ts';
import { type PageTag, pageTags } from '../page/page-tags.ts';
import { type Part, readParts } from './read-parts.ts';
import type { Reading } from './reading.ts';

/**
 * Reads the badges that lie in a saved page: credentials as JSON-LD, and pictures and files that are written into it. No
 * script of it is run, and nothing is fetched.
 *
 * @throws CodedError link/in-page with `host` and `url` where it only links to a badge, and `others` (less likely addresses,
 *   with spaces between them); page/no-badge, page/too-complex
 */
export function readPage(bytes: Uint8Array): Reading {
  const html = utf8Text(bytes) ?? latin1Text(bytes);
  const tags = [...pageTags(html)];
  const { badges, notes, failure } = readParts(partsOf(tags));
  if (badges.length > 0) return { container: 'page', mediaType: 'text/html', badges, notes };
  throw failure ?? refusalOf(badgeLinks(tags, addressOfPage(html, tags)));
}

/** The same for a page that was saved with its pictures in one file (MHTML). */
export function readMhtml(bytes: Uint8Array): Reading {
  const parts = mhtmlParts(bytes);
  const pages: Page[] = [];
  // Together no more than one page may have: each tag takes memory for as long as the file is read.
  let tagsLeft: number = limits.pageTags;
  for (const part of parts.filter(({ mediaType }) => mediaType === 'text/html')) {
    const page = readPageOf(part, tagsLeft);
    tagsLeft -= page.tags.length;
    pages.push(page);
  }
  const files = parts
    .filter(({ mediaType }) => mediaType !== 'text/html')
    .map((part): Part => ({ name: lastPart(part.location), bytes: part.bytes }));
  const { badges, notes, failure } = readParts([...pages.flatMap(({ tags }) => partsOf(tags)), ...files]);
  if (badges.length > 0) return { container: 'page', mediaType: 'multipart/related', badges, notes };
  throw failure ?? refusalOf(pages.flatMap(({ tags, address }) => badgeLinks(tags, address)));
}

/** Addresses on a page that was fetched from `url` that may be those of its badge, the likeliest first. */
export function badgeLinksOn(page: Uint8Array, url: string): readonly string[] {
  const html = utf8Text(page) ?? latin1Text(page);
  return badgeLinks([...pageTags(html)], url);
}

interface Page {
  readonly tags: readonly PageTag[];
  readonly address: string | null;
}

function readPageOf({ bytes, location }: MhtmlPart, mostTags: number): Page {
  const html = utf8Text(bytes) ?? latin1Text(bytes);
  const tags = [...pageTags(html, mostTags)];
  return { tags, address: addressOfPage(html, tags) ?? location };
}

function partsOf(tags: readonly PageTag[]): readonly Part[] {
  return tags.flatMap((tag) => partOf(tag) ?? []);
}

function partOf({ name, attributes, text }: PageTag): Part | null {
  if (name === 'script') {
    const isData = /^\s*application\/(?:[a-z]+\+)?(?:ld\+)?json\s*(?:;|$)/i.test(
      attributes.get('type') ?? '',
    );
    return isData ? { name: 'script', bytes: utf8Bytes(text.trim()) } : null;
  }
  const uri = attributes.get(name === 'img' ? 'src' : 'href') ?? '';
  const head = /^data:[^,]{0,200};base64,/i.exec(uri)?.[0];
  const bytes = head === undefined ? null : base64Bytes(uri.slice(head.length).replace(/\s+/g, ''));
  if (bytes === null) return null;
  return { name: (attributes.get('download') ?? name).slice(0, limits.fileNameCharacters), bytes };
}

function refusalOf(links: readonly string[]): CodedError {
  const [url, ...others] = links;
  if (url === undefined) return new CodedError('page/no-badge');
  return new CodedError('link/in-page', {
    host: new URL(url).host,
    url,
    ...(others.length === 0 ? {} : { others: others.slice(0, limits.pageLinksTried - 1).join(' ') }),
  });
}

function lastPart(location: string | null): string {
  return (location ?? '').split(/[?#]/)[0]?.split('/').at(-1)?.slice(0, limits.fileNameCharacters) ?? '';
}
