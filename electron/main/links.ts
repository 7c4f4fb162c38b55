import { CodedError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';

/** A link that may leave the app, as the person is shown it. */
export type CheckedLink =
  | { readonly kind: 'website'; readonly url: string; readonly host: string }
  | { readonly kind: 'mail'; readonly url: string; readonly address: string };

export interface LinkPorts {
  /** Asks the person, who sees the host in punycode; false: not opened. */
  readonly confirm: (link: CheckedLink) => Promise<boolean>;
  /** `shell.openExternal`, and nobody else's. */
  readonly openExternal: (url: string) => Promise<void>;
}

/** The only way out to the person's browser or mail program. Rejects with `network/bad-url` for anything doubtful. */
export async function openLink(text: string, { confirm, openExternal }: LinkPorts): Promise<boolean> {
  const link = checkLink(text);
  if (link === null) throw new CodedError('network/bad-url');
  if (!(await confirm(link))) return false;
  await openExternal(link.url);
  return true;
}

/** `https:` without credentials, or `mailto:` with one bare address; null for everything else. */
export function checkLink(text: string): CheckedLink | null {
  if (text.length > limits.linkCharacters || unwantedCharacters.test(text) || !URL.canParse(text))
    return null;
  const url = new URL(text);
  if (url.href.length > limits.linkCharacters) return null;
  if (url.protocol === 'mailto:') {
    const address = text.slice('mailto:'.length);
    return mailAddress.test(address) ? { kind: 'mail', url: url.href, address } : null;
  }
  if (url.protocol !== 'https:' || !/^https:\/\/[^/]/i.test(text)) return null;
  if (url.username !== '' || url.password !== '' || /^https:\/\/[^/?#]*@/i.test(text)) return null;
  return { kind: 'website', url: url.href, host: url.host };
}

// Spaces, controls, line and direction marks, quotes and backslashes: parsers disagree about them, people are fooled.
const unwantedCharacters = /[\s\p{C}"<>\\^`{|}]/u;
const mailAddress = /^[A-Za-z0-9.!#$*+=_~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;
