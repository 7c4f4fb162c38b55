/** A link that may stand in an exported page, with the host that is printed beside it. */
export interface SafeLink {
  readonly url: string;
  /** As the address bar would show it: punycode, with a port that is not 443. */
  readonly host: string;
}

/** The longest address that still makes a link; longer ones are nobody's page. In characters. */
const longestUrl = 2_048;

/** The link of an `https` URL without user and password; null for everything else. Never a link to a mail or a file. */
export function safeLink(url: string | null): SafeLink | null {
  if (url === null || url.length > longestUrl || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') return null;
  return { url: parsed.href, host: parsed.host };
}
