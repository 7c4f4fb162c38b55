import { latin1Text, utf8Text } from '../bytes.ts';
import { limits } from '../limits.ts';
import { withoutEntities } from './page-tags.ts';

/**
 * The web address in a shortcut file of Windows (`.url`), of freedesktop.org (`.desktop` of type `Link`) or of macOS
 * (`.webloc`, as XML or binary property list); null where there is none.
 */
export function addressInShortcut(bytes: Uint8Array): string | null {
  if (bytes.length > limits.shortcutBytes) return null;
  const latin1 = latin1Text(bytes);
  const text = utf8Text(bytes)?.replace(/^\ufeff/, '') ?? latin1;
  if (latin1.startsWith('bplist00')) return checked(/https?:\/\/[!-~]{1,8192}/.exec(latin1)?.[0]);
  if (/<plist[\s>]/i.test(text)) {
    const value = /<key>\s{0,20}URL\s{0,20}<\/key>\s{0,20}<string>([^<]{1,8192})<\/string>/i.exec(text)?.[1];
    return checked(value === undefined ? undefined : withoutEntities(value));
  }
  return checked(/^URL=(\S{1,8192})[ \t]{0,20}\r?$/im.exec(text)?.[1]);
}

function checked(url: string | undefined): string | null {
  const trimmed = url?.trim() ?? '';
  return /^https?:\/\//i.test(trimmed) && URL.canParse(trimmed) ? trimmed : null;
}
