/** An address that may be opened in the browser: https, with no name or password in it. */
export interface WebAddress {
  readonly url: string;
  /** As it is resolved: other scripts in punycode, so that look-alikes show. */
  readonly host: string;
}

/** The address of a text from a badge, or null where it is none that may be opened. */
export function webAddress(text: string): WebAddress | null {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return { url: url.href, host: url.host };
}
