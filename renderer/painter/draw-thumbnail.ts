import { loadPicture } from './load-picture.ts';

/**
 * A picture drawn small, as WebP; of a moving one, its first frame. null: it cannot be drawn, or nothing of it can be
 * seen. Main calls this in a page of its own, which nobody sees.
 */
export async function drawThumbnail(address: string, sidePixels: number): Promise<Uint8Array | null> {
  try {
    const canvas = drawn(await loadPicture(address, sidePixels));
    if (canvas === null) return null;
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}

Object.assign(window, { drawThumbnail });

function drawn(bitmap: ImageBitmap): OffscreenCanvas | null {
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  // Pixels that cannot be read are drawn as nothing at all.
  const pixels = context?.getImageData(0, 0, width, height).data;
  return pixels?.some((value) => value !== 0) ? canvas : null;
}
