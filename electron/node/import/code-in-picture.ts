import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import decodeQr from 'qr/decode.js';
import { viewOf } from '../../../shared/archive/bytes-view.ts';
import { limits } from '../../../shared/limits.ts';

/**
 * The text of a QR code that is to be seen in a picture; null: there is none, or the picture is too large or too odd to
 * be looked at. Only pictures whose size is known to be small are decoded at all.
 */
export function codeInPicture(bytes: Uint8Array, mediaType: 'image/png' | 'image/jpeg'): string | null {
  try {
    const pixels = mediaType === 'image/png' ? pngPixels(bytes) : jpegPixels(bytes);
    return pixels === null ? null : decodeQr(pixels, { timeLimit: limits.codeTimeoutMs });
  } catch {
    // Both decoders and the search throw where there is nothing to find; the picture is then one without a code.
    return null;
  }
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8Array;
}

/** Of an interlaced picture the decoder unpacks without a limit, so it is left alone. */
function pngPixels(bytes: Uint8Array): Pixels | null {
  const header = viewOf(bytes.subarray(16, 29));
  const area = header.getUint32(0) * header.getUint32(4);
  const isInterlaced = header.getUint8(12) !== 0;
  if (area === 0 || area > limits.codePixels || isInterlaced) return null;
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  return { width, height, data: new Uint8Array(data) };
}

/** Each scan of a progressive picture costs as much as the picture; honest ones have a dozen. */
function jpegPixels(bytes: Uint8Array): Pixels | null {
  let scans = 0;
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xda) scans += 1;
    if (scans > limits.jpegScans) return null;
  }
  return decodeJpeg(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    tolerantDecoding: false,
    maxResolutionInMP: limits.codePixels / 1e6,
    maxMemoryUsageInMB: limits.workerMemoryMiB / 2,
  });
}
