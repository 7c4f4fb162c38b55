import { asciiBytes, hasBytesAt, latin1Text } from '../bytes.ts';
import { pngSignature } from './png-chunks.ts';

/** What the first bytes of a file say that it is. `xml` is XML that is no SVG; `other` nothing that we know. */
export type FileKind =
  | 'png'
  | 'svg'
  | 'json'
  | 'jose'
  | 'url'
  | 'data-uri'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'zip'
  | 'gzip'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'avif'
  | 'bmp'
  | 'tiff'
  | 'mhtml'
  | 'shortcut'
  | 'vpqr'
  | 'other';

/** Names of the kinds for a sentence. */
export const kindNames: Readonly<Record<FileKind, string>> = {
  png: 'PNG',
  svg: 'SVG',
  json: 'JSON',
  jose: 'JWS',
  url: 'URL',
  'data-uri': 'data URI',
  html: 'HTML',
  xml: 'XML',
  pdf: 'PDF',
  zip: 'ZIP',
  gzip: 'GZIP',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  heic: 'HEIC',
  avif: 'AVIF',
  bmp: 'BMP',
  tiff: 'TIFF',
  mhtml: 'saved page',
  shortcut: 'shortcut',
  vpqr: 'VP QR code',
  other: 'unknown',
};

/** So much of a file decides. */
export const kindBytes = 4_096;

/** Finds out by content alone; the name of the file has no say. Looks at the first 4 KiB only. */
export function detectKind(bytes: Uint8Array): FileKind {
  const binary = signatures.find(({ at, magic }) => hasBytesAt(bytes, at, magic));
  if (binary !== undefined) return binary.kind;
  const head = bytes.subarray(0, kindBytes);
  const start = latin1Text(head);
  if (start.slice(0, 1_024).includes('%PDF-')) return 'pdf';
  if (start.startsWith('bplist00') && start.includes('http')) return 'shortcut';
  return textKind(startOfText(head, start));
}

const signatures: readonly {
  readonly kind: FileKind;
  readonly at: number;
  readonly magic: readonly number[];
}[] = [
  { kind: 'png', at: 0, magic: pngSignature },
  { kind: 'zip', at: 0, magic: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', at: 0, magic: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'gzip', at: 0, magic: [0x1f, 0x8b] },
  { kind: 'jpeg', at: 0, magic: [0xff, 0xd8, 0xff] },
  { kind: 'gif', at: 0, magic: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'webp', at: 8, magic: [0x57, 0x45, 0x42, 0x50] },
  { kind: 'bmp', at: 14, magic: [0x28, 0x00, 0x00, 0x00] },
  { kind: 'tiff', at: 0, magic: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'tiff', at: 0, magic: [0x4d, 0x4d, 0x00, 0x2a] },
  ...['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].map((brand) => ({
    kind: 'heic' as const,
    at: 4,
    magic: [...asciiBytes(`ftyp${brand}`)],
  })),
  { kind: 'avif', at: 4, magic: [...asciiBytes('ftypavif')] },
];

function textKind(text: string): FileKind {
  const first = text.charAt(0);
  if (first === '<') return markupKind(text);
  if (isShortcut(text)) return 'shortcut';
  if (isMhtml(text)) return 'mhtml';
  if (first === '{' || first === '[') return 'json';
  if (/^e[wy][A-Za-z0-9+/=_-]{2,}/.test(text)) return 'jose';
  if (/^https?:\/\//i.test(text)) return 'url';
  if (/^data:/i.test(text)) return 'data-uri';
  if (text.startsWith('VP1-')) return 'vpqr';
  return 'other';
}

/** A shortcut of Windows or of freedesktop.org: an INI file with one of two sections. */
function isShortcut(text: string): boolean {
  return /^(?:#!?[^\r\n]{0,200}\r?\n\s{0,20}){0,10}\[(?:InternetShortcut|Desktop Entry|\{[0-9A-F-]{36}\})/i.test(
    text,
  );
}

/** A message that begins with its header and says that it is a page of several parts (RFC 2557). */
function isMhtml(text: string): boolean {
  return /^[A-Za-z-]{2,40}:/.test(text) && /^content-type:\s{0,10}multipart\/related/im.test(text);
}

/** The first element's name decides, after declarations, comments and the document type. */
function markupKind(text: string): FileKind {
  const markup = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const root = /<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40})/.exec(markup);
  const prolog = markup.slice(0, root?.index);
  const name = root?.[1] ?? '';
  if (/^plist$/i.test(name)) return 'shortcut';
  if (/<!doctype\s{1,40}html/i.test(prolog) || /^(?:html|head|body)$/i.test(name)) return 'html';
  return name === 'svg' || name === '' || /<!doctype\s{1,40}svg/i.test(prolog) ? 'svg' : 'xml';
}

/** The text without byte order mark and leading white space; UTF-16 loses its zero bytes, which is enough to look at. */
function startOfText(head: Uint8Array, latin1: string): string {
  const isUtf16 = hasBytesAt(head, 0, [0xff, 0xfe]) || hasBytesAt(head, 0, [0xfe, 0xff]);
  const isBareUtf16 = hasBytesAt(head, 0, [0x3c, 0x00]) || hasBytesAt(head, 0, [0x00, 0x3c]);
  const isUtf8Mark = hasBytesAt(head, 0, [0xef, 0xbb, 0xbf]);
  const text = isUtf16 || isBareUtf16 ? latin1.replaceAll('\0', '') : latin1;
  return (isUtf16 ? text.slice(2) : isUtf8Mark ? text.slice(3) : text).trimStart();
}
