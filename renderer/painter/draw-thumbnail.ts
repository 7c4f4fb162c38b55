/**
 * A picture drawn small, as WebP; of a moving one, its first frame. null: it cannot be drawn, or nothing of it can be
 * seen. Main calls this in a page of its own, which nobody sees.
 */
export async function drawThumbnail(address: string, sidePixels: number): Promise<Uint8Array | null> {
  try {
    const canvas = drawn(await loadImage(address), sidePixels);
    if (canvas === null) return null;
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}

Object.assign(window, { drawThumbnail });

function drawn(image: HTMLImageElement, sidePixels: number): OffscreenCanvas | null {
  const scale = sidePixels / Math.max(image.naturalWidth, image.naturalHeight);
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  // Pixels that cannot be read are drawn as nothing at all.
  const { data } = context.getImageData(0, 0, width, height);
  return data.some((value) => value !== 0) ? canvas : null;
}

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new TypeError('not a picture'));
    image.src = address;
  });
}
