import { utf8Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { cp437Text } from './cp437.ts';

/**
 * The name of an entry as its author meant it, with `/` between folders. Nothing is ever written under it, and yet an
 * archive with a name that leads out of it is refused: it was made to do harm elsewhere.
 *
 * @throws CodedError `archive/unsafe-name` for a name that is absolute, climbs, holds control characters, or spells
 *   any of it in another way (percent signs, overlong UTF-8, characters that look like a slash or a backslash)
 */
export function readEntryName(bytes: Uint8Array, isUtf8: boolean): string {
  const text = textOf(bytes, isUtf8);
  if (text === null || isOverlong(bytes)) throw new CodedError('archive/unsafe-name');
  const name = text.replaceAll('\\', '/');
  const spellings = [name, name.replace(slashLikes, '/'), unescaped(name)];
  if (name === '' || spellings.some(leadsOut)) throw new CodedError('archive/unsafe-name');
  return name;
}

/** Names without a mark are UTF-8 as often as the code page of old; what is valid UTF-8 is hardly ever anything else. */
function textOf(bytes: Uint8Array, isUtf8: boolean): string | null {
  return utf8Text(bytes) ?? (isUtf8 ? null : cp437Text(bytes));
}

/** A character in more bytes than it needs: no program writes this by mistake. */
function isOverlong(bytes: Uint8Array): boolean {
  return bytes.some((byte, index) => {
    const next = bytes[index + 1] ?? 0;
    if (byte === 0xc0 || byte === 0xc1) return next >= 0x80 && next < 0xc0;
    if (byte === 0xe0) return next >= 0x80 && next < 0xa0 && ((bytes[index + 2] ?? 0) & 0xc0) === 0x80;
    return byte === 0xf0 && next >= 0x80 && next < 0x90 && ((bytes[index + 2] ?? 0) & 0xc0) === 0x80;
  });
}

function leadsOut(name: string): boolean {
  return (
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    /[\u0000-\u001f\u007f]/.test(name) ||
    name.startsWith('/') ||
    /^[A-Za-z]:\//.test(name) ||
    name.split('/').some((part) => part.trim() === '..')
  );
}

/** Fraction and division slashes, the big and the full-width forms, and their backslashes. */
const slashLikes = /[\u2044\u2215\u2216\u29f5\u29f8\u29f9\ufe68\uff0f\uff3c]/g;

/** Percent escapes of dots and slashes resolved, twice since some programs do. */
function unescaped(name: string): string {
  const once = (text: string): string =>
    text.replace(/%(2e|2f|5c|25)/gi, (_, code: string) =>
      code === '25' ? '%' : code.toLowerCase() === '2e' ? '.' : '/',
    );
  return once(once(name));
}
