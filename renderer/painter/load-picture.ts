import { limits } from '../../shared/limits.ts';
import { pngArea } from './png-area.ts';

/**
 * A picture of ours by its address, so large that its longer side has `sidePixels`; of a moving one, its first frame.
 * Rejects for what is none.
 */
export async function loadPicture(address: string, sidePixels: number): Promise<ImageBitmap> {
  const whole = await decodePicture(address).catch(() => null);
  if (whole === null) {
    const image = await showPicture(address);
    return await scaled(image, image.naturalWidth, image.naturalHeight, sidePixels);
  }
  try {
    return await scaled(whole, whole.width, whole.height, sidePixels);
  } finally {
    whole.close();
  }
}

/** Not on a canvas, which would keep it in memory at its full size. */
function scaled(
  whole: ImageBitmap | HTMLImageElement,
  width: number,
  height: number,
  sidePixels: number,
): Promise<ImageBitmap> {
  const scale = sidePixels / Math.max(width, height);
  return createImageBitmap(whole, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'high',
  });
}

/**
 * From its bytes, whole and beside this thread: several are at work at once, so none of them may be large. A blob of them
 * would go to another process and back first.
 */
async function decodePicture(address: string): Promise<ImageBitmap> {
  const data = await loadBytes(address);
  const area = pngArea(data);
  if (area === null || area > limits.besidePixels) throw new TypeError('not to be decoded beside others');
  const decoder = new ImageDecoder({ data, type: 'image/png', transfer: [data] });
  try {
    const { image } = await decoder.decode();
    // Scaled as it is, colours that nobody sees would come out at the edges of what is seen: a dark rim.
    const bitmap = createImageBitmap(image);
    return await bitmap.finally(() => image.close());
  } finally {
    decoder.close();
  }
}

/** `fetch` takes no scheme of ours. */
function loadBytes(address: string): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'arraybuffer';
    request.onload = () =>
      request.status === 200 ? resolve(request.response) : reject(new TypeError('not there'));
    request.onerror = () => reject(new TypeError('not there'));
    request.open('GET', address);
    request.send();
  });
}

/**
 * To be decoded on this thread, one after another: large pictures, other kinds than PNG, drawings (SVG), and pictures that
 * end too early, of which as much is drawn as there is.
 */
function showPicture(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new TypeError('not a picture'));
    image.src = address;
  });
}
