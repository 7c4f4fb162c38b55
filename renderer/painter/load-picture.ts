/** A picture of ours by its address; of a moving one, its first frame. Rejects for what is none. */
export function loadPicture(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new TypeError('not a picture'));
    image.src = address;
  });
}

/** Scaled while it is decoded: an image drawn on a canvas would stay in memory at its full size. */
export function scaledPicture(image: HTMLImageElement, sidePixels: number): Promise<ImageBitmap> {
  const scale = sidePixels / Math.max(image.naturalWidth, image.naturalHeight);
  return createImageBitmap(image, {
    resizeWidth: Math.max(1, Math.round(image.naturalWidth * scale)),
    resizeHeight: Math.max(1, Math.round(image.naturalHeight * scale)),
    resizeQuality: 'high',
  });
}
