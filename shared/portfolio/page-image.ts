import { concatBytes } from '../bytes.ts';
import { limits } from '../limits.ts';
import { bareGif, bareJpeg, bareSvg, bareWebp } from './bare-picture.ts';

/** A picture that may stand in a page's `<img>`: an allowed type, known by its bytes. */
export interface PageImage {
  readonly mediaType: 'image/png' | 'image/svg+xml' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly bytes: Uint8Array;
}

/**
 * The picture in `bytes`, made fit to be shown: only what is needed to paint it (no text, no EXIF, no baked badge, nothing
 * after its end; of a PNG its first frame); null for what is no picture, or is too large to paint. The type is told by
 * the bytes, never by a name.
 */
export function pageImage(bytes: Uint8Array): PageImage | null {
  if (bytes.length === 0 || bytes.length > limits.imageFileBytes) return null;
  if (startsWith(bytes, pngSignature)) {
    const parts = paintedParts(bytes);
    return imageOf('image/png', parts === null ? null : concatBytes(parts));
  }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return imageOf('image/jpeg', bareJpeg(bytes));
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return imageOf('image/gif', bareGif(bytes));
  if (
    startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) &&
    startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])
  ) {
    return imageOf('image/webp', bareWebp(bytes));
  }
  return looksLikeSvg(bytes) ? imageOf('image/svg+xml', bareSvg(bytes)) : null;
}

function imageOf(mediaType: PageImage['mediaType'], bytes: Uint8Array | null): PageImage | null {
  return bytes === null ? null : { mediaType, bytes };
}

/** The type of a picture that may stand in a page as it is; null for what `pageImage` would not show. */
export function pageImageType(bytes: Uint8Array): PageImage['mediaType'] | null {
  if (!startsWith(bytes, pngSignature)) return pageImage(bytes)?.mediaType ?? null;
  return bytes.length <= limits.imageFileBytes && paintedParts(bytes) !== null ? 'image/png' : null;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks that change how the still picture looks (PNG third edition, section 5.6). */
const paintingChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
]);

/** The picture's painting chunks, byte for byte and in order; null where the chunks do not add up or the picture is too large. */
function paintedParts(bytes: Uint8Array): readonly Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let offset = 8;
  for (let count = 0; count < limits.pngChunks && offset + 12 <= bytes.length; count += 1) {
    const end = offset + 12 + view.getUint32(offset);
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    if (count === 0 && (type !== 'IHDR' || !isPaintable(view, offset))) return null;
    if (paintingChunks.has(type)) kept.push(bytes.subarray(offset, end));
    if (type === 'IEND') return kept;
    offset = end;
  }
  return null;
}

function isPaintable(view: DataView, ihdr: number): boolean {
  if (view.getUint32(ihdr) !== 13) return false;
  const width = view.getUint32(ihdr + 8);
  const height = view.getUint32(ihdr + 12);
  const isSmallEnough = Math.max(width, height) <= limits.pngSidePixels && width * height <= limits.pngPixels;
  return width > 0 && height > 0 && isSmallEnough;
}

/** Good enough for `<img>`, in which an SVG runs nothing and loads nothing. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4_096));
  return /^\s*</.test(start) && /<(?:[A-Za-z_][\w.-]{0,30}:)?svg[\s>/]/.test(start);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
