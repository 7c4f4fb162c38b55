import type { PictureToDraw } from '../../shared/ipc/painter-port.ts';
import { createCanvasPool, type Pen } from './canvas-pool.ts';
import { decodePng } from './decode-png.ts';
import { drawBitmap, drawFrame } from './draw-small.ts';
import { showPicture } from './load-picture.ts';

/**
 * A picture drawn small, as WebP; of a moving one, its first frame. null: it cannot be drawn, or nothing of it can be
 * seen.
 */
export async function drawThumbnail(picture: PictureToDraw): Promise<Uint8Array | null> {
  try {
    const pen = await drawn(picture);
    const bytes = isSeen(pen) ? await webpOf(pen.canvas) : null;
    smalls.give(pen);
    return bytes;
  } catch {
    return null;
  }
}

const smalls = createCanvasPool();

async function drawn({ bytes, address, sidePixels }: PictureToDraw): Promise<Pen> {
  const frame = bytes === null ? null : await decodePng(bytes).catch(() => null);
  return frame === null
    ? drawBitmap(await showPicture(address, sidePixels), smalls)
    : await drawFrame(frame, sidePixels, smalls);
}

/** A few lines at a time, of which the first mostly tell. Pixels that cannot be read are drawn as nothing at all. */
function isSeen(pen: Pen): boolean {
  const { width, height } = pen.canvas;
  for (let top = 0; top < height; top += linesAtOnce) {
    const lines = pen.getImageData(0, top, width, Math.min(linesAtOnce, height - top));
    if (lines.data.some((value) => value !== 0)) return true;
  }
  return false;
}

const linesAtOnce = 16;

async function webpOf(canvas: OffscreenCanvas): Promise<Uint8Array> {
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
  return new Uint8Array(await blob.arrayBuffer());
}
