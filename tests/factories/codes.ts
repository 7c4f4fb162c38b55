import { deflateSync } from 'node:zlib';
import { encode as encodeJpeg } from 'jpeg-js';
import encodeQr from 'qr';
import { type ChunkToBuild, end, pngOf } from './png.ts';

/** A picture in gray with a QR code of the text, `scale` pixels a module, with a quiet border. */
export interface CodePixels {
  readonly side: number;
  readonly gray: Uint8Array;
}

function codePixels(text: string, scale = 4): CodePixels {
  const modules = encodeQr(text, 'raw', { ecc: 'low', border: 4 });
  const side = modules.length * scale;
  const gray = Uint8Array.from({ length: side * side }, (_, at) => {
    const row = modules[Math.floor(at / side / scale)];
    return row?.[Math.floor((at % side) / scale)] === true ? 0 : 255;
  });
  return { side, gray };
}

/** A PNG that shows a QR code of the text. */
export function codePng(text: string, extra: readonly ChunkToBuild[] = [], scale = 4): Uint8Array {
  const { side, gray } = codePixels(text, scale);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (side + 1));
  for (let row = 0; row < side; row += 1) {
    rows.set(gray.subarray(row * side, (row + 1) * side), row * (side + 1) + 1);
  }
  return pngOf([{ type: 'IHDR', data: header }, ...extra, { type: 'IDAT', data: deflateSync(rows) }, end()]);
}

/** The same as a JPEG, as a telephone or a chat makes it. */
export function codeJpeg(text: string): Uint8Array {
  const { side, gray } = codePixels(text);
  const data = Buffer.alloc(side * side * 4, 255);
  gray.forEach((value, at) => {
    data.fill(value, at * 4, at * 4 + 3);
  });
  return new Uint8Array(encodeJpeg({ width: side, height: side, data }, 70).data);
}
