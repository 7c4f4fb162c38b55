import { limits } from '../../shared/limits.ts';

/** A web address, and the host that would learn of it (with a port where it is not the usual one). */
export interface Address {
  readonly url: string;
  readonly host: string;
}

/** The address that a text is, if it is nothing else; null: it is something else. */
export function addressIn(text: string): Address | null {
  const url = text.trim();
  if (url.length > limits.documentUrlCharacters || !/^https?:\/\/\S+$/i.test(url) || !URL.canParse(url))
    return null;
  return { url, host: new URL(url).host };
}

/** The first address of a list as a browser hands it over when a link is dragged (RFC 2483, section 5). */
export function addressInList(list: string): Address | null {
  const [first = ''] = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return addressIn(first);
}

/** The address of the one picture in what a browser puts on the clipboard beside a copied picture. */
export function pictureAddress(html: string): Address | null {
  const sources = [
    ...html
      .slice(0, 100_000)
      .matchAll(/<img\s[^>]{0,2000}?\bsrc\s{0,5}=\s{0,5}["']([^"'<>\s]{1,8192})["']/gi),
  ];
  const [first, ...others] = sources.map(([, source = '']) => source.replaceAll('&amp;', '&'));
  return first === undefined || others.length > 0 ? null : addressIn(first);
}
