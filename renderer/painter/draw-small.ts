import { type CanvasPool, createCanvasPool, type Pen } from './canvas-pool.ts';
import { scaledFrame } from './load-picture.ts';
import { smallSize } from './small-size.ts';

/** Draws what was decoded on a canvas of the pool, its longer side `sidePixels` long. */
export function drawBitmap(bitmap: ImageBitmap, pool: CanvasPool): Pen {
  const pen = pool.take(bitmap);
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  return pen;
}

/** The same of a picture at its full size, whose frame is closed. */
export async function drawFrame(frame: VideoFrame, sidePixels: number, pool: CanvasPool): Promise<Pen> {
  if (!hasPlainPixels(frame)) return drawBitmap(await scaledFrame(frame, sidePixels), pool);
  const turn = lastCopy.then(() => drawPixels(frame, sidePixels, pool)).finally(() => frame.close());
  lastCopy = turn.catch(() => undefined);
  return await turn;
}

const wholes = createCanvasPool();
let pixels = new Uint8ClampedArray();
let lastCopy: Promise<unknown> = Promise.resolve();

/**
 * By way of memory that is used again. On the canvas colours count as much as they are seen, so that none that nobody sees
 * comes out at the edges of what is seen when it is scaled.
 */
async function drawPixels(frame: VideoFrame, sidePixels: number, pool: CanvasPool): Promise<Pen> {
  const { displayWidth: width, displayHeight: height } = frame;
  const length = 4 * width * height;
  if (pixels.length < length) pixels = new Uint8ClampedArray(length);
  const own = pixels.subarray(0, length);
  await frame.copyTo(own, { format: 'RGBA' });
  const whole = wholes.take({ width, height });
  whole.putImageData(new ImageData(own, width, height), 0, 0);
  const small = smallSize({ width, height }, sidePixels);
  const pen = pool.take(small);
  pen.drawImage(whole.canvas, 0, 0, small.width, small.height);
  wholes.give(whole);
  return pen;
}

/** True for pixels that mean the same on a canvas: of its own colours, and all of them to be seen. */
function hasPlainPixels(frame: VideoFrame): boolean {
  const { format, colorSpace, codedWidth, codedHeight, displayWidth, displayHeight } = frame;
  return (
    (format === 'BGRA' || format === 'BGRX' || format === 'RGBA' || format === 'RGBX') &&
    colorSpace.primaries === 'bt709' &&
    colorSpace.transfer === 'iec61966-2-1' &&
    codedWidth === displayWidth &&
    codedHeight === displayHeight
  );
}
