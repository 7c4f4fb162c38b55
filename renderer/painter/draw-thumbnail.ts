/**
 * A picture drawn small, as WebP; of a moving one, its first frame. null: it cannot be drawn, or nothing of it can be
 * seen. Main calls this in a page of its own, which nobody sees.
 */
export async function drawThumbnail(address: string, sidePixels: number): Promise<Uint8Array | null> {
  try {
    const canvas = drawn(await scaled(await loadImage(address), sidePixels));
    if (canvas === null) return null;
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}

Object.assign(window, { drawThumbnail });

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new TypeError('not a picture'));
    image.src = address;
  });
}

/** Scaled while it is decoded: an image drawn on a canvas would stay in memory at its full size. */
function scaled(image: HTMLImageElement, sidePixels: number): Promise<ImageBitmap> {
  const scale = sidePixels / Math.max(image.naturalWidth, image.naturalHeight);
  return createImageBitmap(image, {
    resizeWidth: Math.max(1, Math.round(image.naturalWidth * scale)),
    resizeHeight: Math.max(1, Math.round(image.naturalHeight * scale)),
    resizeQuality: 'high',
  });
}

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
