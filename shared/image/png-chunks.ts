import { hasBytesAt, latin1Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { crc32 } from './crc32.ts';

/** One chunk by its place: nothing is copied. */
export interface PngChunk {
  readonly type: string;
  /** Where the chunk begins: at its length field. */
  readonly start: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  /** After the checksum. */
  readonly end: number;
}

export interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly chunks: readonly PngChunk[];
  /** Bytes after IEND, which are no part of the picture. */
  readonly trailingBytes: number;
}

export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/**
 * Walks the chunks of a PNG (ISO/IEC 15948 section 5) from IHDR to IEND without touching the pixels.
 *
 * @throws CodedError image/damaged, image/too-many-chunks, image/too-many-pixels
 */
export function readPngChunks(bytes: Uint8Array): PngFile {
  if (!hasBytesAt(bytes, 0, pngSignature)) throw new CodedError('image/damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let at: number = pngSignature.length;
  for (;;) {
    const chunk = chunkAt(bytes, view, at);
    chunks.push(chunk);
    at = chunk.end;
    if (chunk.type === 'IEND') break;
    if (chunks.length >= limits.pngChunks) {
      throw new CodedError('image/too-many-chunks', { limit: limits.pngChunks });
    }
  }
  const size = sizeOf(bytes, view, chunks);
  if (!chunks.some((chunk) => chunk.type === 'IDAT')) throw new CodedError('image/damaged');
  return { ...size, chunks, trailingBytes: bytes.length - at };
}

/** True where the stored checksum is that of the chunk's type and data. */
export function hasGoodChecksum(bytes: Uint8Array, chunk: PngChunk): boolean {
  const stored = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(chunk.dataEnd);
  return stored === crc32(bytes.subarray(chunk.start + 4, chunk.dataEnd));
}

function chunkAt(bytes: Uint8Array, view: DataView, start: number): PngChunk {
  if (start + 12 > bytes.length) throw new CodedError('image/damaged');
  const length = view.getUint32(start);
  const end = start + 12 + length;
  if (length > 0x7fffffff || end > bytes.length) throw new CodedError('image/damaged');
  const type =
    view.getUint32(start + 4) === pixelData ? 'IDAT' : latin1Text(bytes.subarray(start + 4, start + 8));
  if (type !== 'IDAT' && !/^[A-Za-z]{4}$/.test(type)) throw new CodedError('image/damaged');
  return { type, start, dataStart: start + 8, dataEnd: end - 4, end };
}

/** “IDAT”, of which large pictures have hundreds. */
const pixelData = 0x49444154;

/** The header stands first and once, is whole, and asks for no more pixels than a decoder may be given. */
function sizeOf(
  bytes: Uint8Array,
  view: DataView,
  chunks: readonly PngChunk[],
): { readonly width: number; readonly height: number } {
  const [header, ...others] = chunks;
  const isGood =
    header?.type === 'IHDR' &&
    header.dataEnd - header.dataStart === 13 &&
    !others.some((chunk) => chunk.type === 'IHDR') &&
    hasGoodChecksum(bytes, header);
  if (!isGood) throw new CodedError('image/damaged');
  const width = view.getUint32(header.dataStart);
  const height = view.getUint32(header.dataStart + 4);
  if (width === 0 || height === 0) throw new CodedError('image/damaged');
  if (Math.max(width, height) > limits.pngSidePixels || width * height > limits.pngPixels) {
    throw new CodedError('image/too-many-pixels', { width, height });
  }
  return { width, height };
}
