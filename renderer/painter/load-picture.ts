import { decodePng } from './decode-png.ts';
import { type Size, smallSize } from './small-size.ts';

/**
 * A picture of ours by its address, so large that its longer side has `sidePixels`; of a moving one, its first frame.
 * Rejects for what is none.
 */
export async function loadPicture(address: string, sidePixels: number): Promise<ImageBitmap> {
  const frame = await loadBytes(address)
    .then(decodePng)
    .catch(() => null);
  return frame === null ? await showPicture(address, sidePixels) : await scaledFrame(frame, sidePixels);
}

/** Not on a canvas, which would keep it in memory at its full size. Closes the frame. */
export async function scaledFrame(frame: VideoFrame, sidePixels: number): Promise<ImageBitmap> {
  // Scaled as it is, colours that nobody sees would come out at the edges of what is seen: a dark rim.
  const whole = await createImageBitmap(frame).finally(() => frame.close());
  return await scaled(whole, whole, sidePixels).finally(() => whole.close());
}

/**
 * To be decoded on this thread, one after another: large pictures, other kinds than PNG, drawings (SVG), turned ones, and pictures that
 * end too early, of which as much is drawn as there is.
 */
export async function showPicture(address: string, sidePixels: number): Promise<ImageBitmap> {
  const image = await loadImage(address);
  return await scaled(image, { width: image.naturalWidth, height: image.naturalHeight }, sidePixels);
}

async function scaled(
  whole: ImageBitmap | HTMLImageElement,
  size: Size,
  sidePixels: number,
): Promise<ImageBitmap> {
  const { width, height } = smallSize(size, sidePixels);
  const bitmap = await resized(whole, width, height);
  if (bitmap.width === width) return bitmap;
  // Chromium scales a picture first, and then turns it as its EXIF says.
  bitmap.close();
  return await resized(whole, height, width);
}

function resized(
  whole: ImageBitmap | HTMLImageElement,
  resizeWidth: number,
  resizeHeight: number,
): Promise<ImageBitmap> {
  return createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: 'high' });
}

/** `fetch` takes no scheme of ours. */
function loadBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'arraybuffer';
    request.onload = () =>
      request.status === 200 ? resolve(new Uint8Array(request.response)) : reject(new TypeError('not there'));
    request.onerror = () => reject(new TypeError('not there'));
    request.open('GET', address);
    request.send();
  });
}

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new TypeError('not a picture'));
    image.src = address;
  });
}
