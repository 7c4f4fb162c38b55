import { concatBytes, utf8Bytes } from '../bytes.ts';
import { scanSvg } from '../image/svg-element.ts';
import { readSvgText } from '../image/svg-text.ts';

/**
 * An SVG without what nobody sees: the badge that is baked into it, metadata, comments and instructions. Null where it
 * is no well-formed SVG.
 */
export function bareSvg(bytes: Uint8Array): Uint8Array | null {
  try {
    const { text, isUtf8 } = readSvgText(bytes);
    const { elements } = scanSvg(text);
    let at = 0;
    let kept = '';
    for (const { start, end } of elements) {
      kept += text.slice(at, start);
      at = end;
    }
    const bare = withoutUnseen(kept + text.slice(at));
    if (bare === null) return null;
    return utf8Bytes(isUtf8 ? bare : bare.replace(/^<\?xml[^>]{0,200}\?>/, ''));
  } catch {
    return null;
  }
}

/** In one go each, so that no picture costs more than its length; null where one is left, made by taking others out. */
function withoutUnseen(text: string): string | null {
  const bare = withoutMetadata(withoutComments(text));
  return bare.includes('<!--') || /<(?:[\w-]{1,60}:)?metadata[\s/>]/i.test(bare) ? null : bare;
}

function withoutComments(text: string): string {
  let kept = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4);
    if (end === -1) break;
    kept += text.slice(at, start);
    at = end + 3;
  }
  return kept + text.slice(at);
}

function withoutMetadata(text: string): string {
  const opening = /<((?:[\w-]{1,60}:)?metadata)(?=[\s/>])[^<>]*>/gi;
  let kept = '';
  let at = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const close = `</${match[1]}>`;
    const isEmpty = match[0].endsWith('/>');
    const end = isEmpty ? opening.lastIndex : text.indexOf(close, opening.lastIndex) + close.length;
    if (end < opening.lastIndex) break;
    kept += text.slice(at, match.index);
    at = end;
    opening.lastIndex = end;
  }
  return kept + text.slice(at);
}

/** A JPEG without EXIF, XMP, IPTC and comments (JPEG, ITU-T T.81 annex B); null where its segments do not add up. */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return concatBytes([...kept, bytes.subarray(at)]);
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (end > bytes.length) return null;
    if (!jpegUnseen.has(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** APP1 and APP3 to APP13, APP15, comment: what stays is JFIF (0), colours (2) and Adobe's (14). */
const jpegUnseen: ReadonlySet<number> = new Set([
  0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef, 0xfe,
]);

/** A WebP without EXIF and XMP (RFC 9649, section 2.7); null where its chunks do not add up. */
export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size & 1);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (webpSeen.has(name)) kept.push(withoutFlags(bytes.slice(at, end), name));
    at = end;
  }
  const body = concatBytes(kept);
  if (body.length === 0) return null;
  const head = bytes.slice(0, 12);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return concatBytes([head, body]);
}

const webpSeen: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** The extended header no longer promises EXIF (0x08) and XMP (0x04). */
function withoutFlags(chunk: Uint8Array, name: string): Uint8Array {
  if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c;
  return chunk;
}

/** A GIF without comments, texts and foreign extensions (GIF89a, sections 23 to 26); null where it does not add up. */
export function bareGif(bytes: Uint8Array): Uint8Array | null {
  const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  const blocksEnd = (from: number): number => {
    let at = from;
    while (at < bytes.length && (bytes[at] ?? 0) !== 0) at += (bytes[at] ?? 0) + 1;
    return at + 1;
  };
  let at = 13 + tableBytes(bytes[10] ?? 0);
  const kept: Uint8Array[] = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const start = at;
    const kind = bytes[at];
    if (kind === 0x3b) return concatBytes([...kept, bytes.subarray(at, at + 1)]);
    if (kind === 0x2c) at = blocksEnd(at + 11 + tableBytes(bytes[at + 9] ?? 0));
    else if (kind === 0x21) at = blocksEnd(at + 2);
    else return null;
    const isLoop = String.fromCharCode(...bytes.subarray(start + 3, start + 14)) === 'NETSCAPE2.0';
    if (at <= bytes.length && (kind === 0x2c || bytes[start + 1] === 0xf9 || isLoop))
      kept.push(bytes.subarray(start, at));
  }
  return null;
}
