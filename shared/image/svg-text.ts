import { hasBytesAt, latin1Text, utf8Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';

/** The characters of an SVG file. */
export interface SvgText {
  /** With the byte order mark, where there was one: positions in it are positions in the file. */
  readonly text: string;
  /** False where the file is in another encoding, so that a change must convert it. */
  readonly isUtf8: boolean;
}

/**
 * Decodes an XML file by its byte order mark and its declaration (XML 1.0 appendix F). Only where both agree, and only
 * UTF-8, UTF-16, ASCII, Latin-1 and Windows-1252: a file must not read differently elsewhere.
 *
 * @throws CodedError image/bad-svg
 */
export function readSvgText(bytes: Uint8Array): SvgText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return { text: decoded(bytes, utf16, /^utf-16(?:le|be)?$/), isUtf8: false };
  const label = declaredEncoding(latin1Text(bytes.subarray(0, 256)));
  const hasMark = hasBytesAt(bytes, 0, [0xef, 0xbb, 0xbf]);
  if (label === null || label === 'utf-8' || label === 'utf8' || (label === 'us-ascii' && !hasMark)) {
    const text = utf8Text(bytes);
    if (text === null) throw new CodedError('image/bad-svg');
    return { text, isUtf8: true };
  }
  if (hasMark) throw new CodedError('image/bad-svg');
  if (label === 'iso-8859-1') return { text: latin1Text(bytes), isUtf8: false };
  if (label === 'windows-1252') return { text: decoded(bytes, 'windows-1252', /./), isUtf8: false };
  throw new CodedError('image/bad-svg');
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (hasBytesAt(bytes, 0, [0xff, 0xfe]) || hasBytesAt(bytes, 0, [0x3c, 0x00])) return 'utf-16le';
  if (hasBytesAt(bytes, 0, [0xfe, 0xff]) || hasBytesAt(bytes, 0, [0x00, 0x3c])) return 'utf-16be';
  return null;
}

function decoded(bytes: Uint8Array, encoding: string, allowedLabel: RegExp): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new CodedError('image/bad-svg', {}, { cause });
  }
  const label = declaredEncoding(text.slice(0, 256).replace(/^\ufeff/, ''));
  if (label !== null && !allowedLabel.test(label)) throw new CodedError('image/bad-svg');
  return text;
}

/** The encoding that the XML declaration names, in lower case. */
function declaredEncoding(start: string): string | null {
  const declaration = /^(?:\u00ef\u00bb\u00bf)?<\?xml\s([^>?]{0,200})\?>/.exec(start)?.[1];
  const label = /\bencoding\s{0,9}=\s{0,9}["']([A-Za-z][\w.-]{0,40})["']/.exec(declaration ?? '')?.[1];
  return label?.toLowerCase() ?? null;
}
