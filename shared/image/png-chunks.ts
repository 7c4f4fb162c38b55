import { hasBytesAt } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
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
 * Walks the chunks of a PNG (ISO/IEC 15948 section 5) from IHDR to IEND without touching the pixels. `onChunk` sees each
 * when the walk is there, which is when its bytes are at hand.
 *
 * @throws CodedError image/damaged, image/too-many-chunks, image/too-many-pixels
 */
export function readPngChunks(source: ByteSource, onChunk: (chunk: PngChunk) => void = () => {}): PngFile {
  const isPng = source.length >= pngSignature.length && hasBytesAt(source.bytes(0, 8), 0, pngSignature);
  if (!isPng) throw new CodedError('image/damaged');
  const chunks: PngChunk[] = [];
  let at: number = pngSignature.length;
  let header: PngHeader | null = null;
  let hasPixels = false;
  for (;;) {
    const chunk = chunkAt(source, at);
    chunks.push(chunk);
    at = chunk.end;
    if (chunk.type === 'IHDR') {
      if (chunks.length > 1) throw new CodedError('image/damaged');
      header = headerIn(source, chunk);
    }
    if (chunk.type === 'IDAT') hasPixels = true;
    else onChunk(chunk);
    if (chunk.type === 'IEND') break;
    if (chunks.length >= limits.pngChunks) {
      throw new CodedError('image/too-many-chunks', { limit: limits.pngChunks });
    }
  }
  if (header === null || !hasPixels) throw new CodedError('image/damaged');
  if (header.isTooLarge) {
    throw new CodedError('image/too-many-pixels', { width: header.width, height: header.height });
  }
  return { width: header.width, height: header.height, chunks, trailingBytes: source.length - at };
}

/** True where the stored checksum is that of the chunk's type and data. */
export function hasGoodChecksum(source: ByteSource, chunk: PngChunk): boolean {
  const stored = source.uint32(chunk.dataEnd);
  return stored === crc32(source.bytes(chunk.start + 4, chunk.dataEnd));
}

function chunkAt(source: ByteSource, start: number): PngChunk {
  if (start + 12 > source.length) throw new CodedError('image/damaged');
  const length = source.uint32(start);
  const end = start + 12 + length;
  if (length > 0x7fffffff || end > source.length) throw new CodedError('image/damaged');
  return { type: typeOf(source.uint32(start + 4)), start, dataStart: start + 8, dataEnd: end - 4, end };
}

/** The four letters of a type. */
function typeOf(code: number): string {
  if (code === pixelData) return 'IDAT';
  const type = String.fromCharCode(code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff);
  if (!/^[A-Za-z]{4}$/.test(type)) throw new CodedError('image/damaged');
  return type;
}

/** “IDAT”, of which large pictures have hundreds. */
const pixelData = 0x49444154;

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly isTooLarge: boolean;
}

/** The header is whole, and asks for no more pixels than a decoder may be given. */
function headerIn(source: ByteSource, chunk: PngChunk): PngHeader {
  const isGood = chunk.dataEnd - chunk.dataStart === 13 && hasGoodChecksum(source, chunk);
  if (!isGood) throw new CodedError('image/damaged');
  const width = source.uint32(chunk.dataStart);
  const height = source.uint32(chunk.dataStart + 4);
  if (width === 0 || height === 0) throw new CodedError('image/damaged');
  const isTooLarge = Math.max(width, height) > limits.pngSidePixels || width * height > limits.pngPixels;
  return { width, height, isTooLarge };
}
