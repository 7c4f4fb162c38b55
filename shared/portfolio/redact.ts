import type { Recipient } from '../badge/model.ts';
import { displayName, displayText } from '../text/display-text.ts';
import { portfolioText } from '../text/portfolio.ts';

/** Makes the texts of one badge safe to show to strangers, without its recipients' addresses. */
export interface Redactor {
  /** For one line; empty where there is nothing to show. */
  name(text: string): string;
  /** For a longer text; null where there is nothing to show. */
  text(text: string | null): string | null;
  /** True for a URL that holds one of the addresses, percent-encoded or not. */
  holdsAddress(url: string): boolean;
}

/**
 * The redactor of a badge that was given to `recipients`: whatever the badge names its owner by in plain (an address, an
 * identifier, a name) is taken out of every text around it, whatever its letter case. Hashed recipients name nothing that
 * could be taken out.
 */
export function redactorFor(recipients: readonly Recipient[]): Redactor {
  const addresses = recipients.flatMap(addressesOf);
  const redacted = (text: string): string =>
    addresses.reduce((left, address) => replacedAll(left, address, portfolioText.addressLeftOut), text);
  return {
    name: (text) => redacted(displayName(redacted(text))),
    text: (text) => {
      const shown = text === null ? '' : redacted(displayText(redacted(text)));
      return shown === '' ? null : shown;
    },
    holdsAddress: (url) => redacted(url) !== url || redacted(decodedUrl(url)) !== decodedUrl(url),
  };
}

/** The URL with its percent-encoding undone; as it is where that cannot be. */
export function decodedUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Shorter signs than these stand in honest words too. In characters. */
const shortestSign = 6;

function addressesOf({ value }: Recipient): readonly string[] {
  const sign = (value ?? '').trim().replace(/^mailto:/i, '');
  return sign.includes('@') || sign.length >= shortestSign ? [sign] : [];
}

/** Without regard to letter case, and without a regular expression made of a stranger's text. */
function replacedAll(text: string, wanted: string, replacement: string): string {
  const haystack = text.toLowerCase();
  const needle = wanted.toLowerCase();
  if (needle === '' || haystack.length !== text.length || !haystack.includes(needle)) return text;
  let result = '';
  let start = 0;
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, start)) {
    result += text.slice(start, at) + replacement;
    start = at + needle.length;
  }
  return result + text.slice(start);
}
