import { limits } from '../../shared/limits.ts';
import { pngArea } from './png-area.ts';

/**
 * A picture of ours by its address, so large that its longer side has `sidePixels`; of a moving one, its first frame.
 * Rejects for what is none.
 */
export async function loadPicture(address: string, sidePixels: number): Promise<ImageBitmap> {
  const whole = await decodePicture(address).catch(() => showPicture(address));
  const [width, height] =
    whole instanceof ImageBitmap ? [whole.width, whole.height] : [whole.naturalWidth, whole.naturalHeight];
  const scale = sidePixels / Math.max(width, height);
  try {
    // An image drawn on a canvas would stay in memory at its full size.
    return await createImageBitmap(whole, {
      resizeWidth: Math.max(1, Math.round(width * scale)),
      resizeHeight: Math.max(1, Math.round(height * scale)),
      resizeQuality: 'high',
    });
  } finally {
    if (whole instanceof ImageBitmap) whole.close();
  }
}

/** From its bytes, whole and beside this thread: several are at work at once, so none of them may be large. */
async function decodePicture(address: string): Promise<ImageBitmap> {
  const bytes = await loadBytes(address);
  const area = pngArea(bytes);
  if (area === null || area > limits.besidePixels) throw new TypeError('not to be decoded beside others');
  return await createImageBitmap(new Blob([bytes]));
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
