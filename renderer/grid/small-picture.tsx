import { useEffect, useEffectEvent, useRef } from 'react';
import styles from './badge-art.module.css';

interface SmallPictureProps {
  readonly url: string;
  readonly onError: () => void;
}

/**
 * A decorative picture in the size in which it is shown. An `<img>` would do the same, but Chromium keeps up to a thousand
 * of them decoded after they are gone; what is drawn here goes with its card.
 */
export function SmallPicture({ url, onError }: SmallPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const failed = useEffectEvent(onError);
  useEffect(() => {
    const place = canvas.current;
    return place === null ? undefined : showPicture(place, url, () => failed());
  }, [url]);
  return <canvas ref={canvas} className={styles.picture} data-picture={url} />;
}

/** Draws the picture now and whenever its place grows; answers how to stop. */
function showPicture(place: HTMLCanvasElement, url: string, onError: () => void): () => void {
  const image = new Image();
  let isStopped = false;
  let drawnSide = 0;

  async function draw(): Promise<void> {
    const side = Math.ceil(Math.max(place.clientWidth, place.clientHeight) * devicePixelRatio);
    const { naturalWidth, naturalHeight } = image;
    if (isStopped || side <= drawnSide || naturalWidth === 0) return;
    drawnSide = side;
    const isWide = naturalWidth >= naturalHeight;
    const longer = Math.min(side, isWide ? naturalWidth : naturalHeight);
    const bitmap = await createImageBitmap(image, {
      ...(isWide ? { resizeWidth: longer } : { resizeHeight: longer }),
      resizeQuality: 'medium',
    });
    if (isStopped) return bitmap.close();
    place.width = bitmap.width;
    place.height = bitmap.height;
    place.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
    place.dataset.drawn = 'true';
  }

  const drawOrSay = (): void => void draw().catch(() => isStopped || onError());
  const watch = new ResizeObserver(drawOrSay);
  watch.observe(place);
  image.addEventListener('load', drawOrSay);
  image.addEventListener('error', () => isStopped || onError());
  image.src = url;
  return () => {
    isStopped = true;
    watch.disconnect();
    image.removeAttribute('src');
  };
}
