import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import styles from './badge-art.module.css';
import { createScrollPace } from './scroll-pace.ts';
import { whenNear } from './when-near.ts';

interface SmallPictureProps {
  readonly url: string;
  /** One of many in a list that is drawn whole: it is asked for when it comes near. */
  readonly isOneOfMany: boolean;
  readonly onError: () => void;
}

/**
 * A decorative picture in the size in which it is shown. An `<img>` would do the same, but Chromium keeps up to a thousand
 * of them decoded after they are gone; what is drawn here goes with its card.
 */
export function SmallPicture({ url, isOneOfMany, onError }: SmallPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const failed = useEffectEvent(onError);
  useLayoutEffect(() => {
    const place = canvas.current;
    if (place === null) return undefined;
    let stop: () => void = () => undefined;
    const begin = (): void => {
      stop = showPicture(place, url, () => failed());
    };
    const delayMs = isOneOfMany ? 0 : pace.pictureDelay(performance.now());
    if (isOneOfMany) stop = whenNear(place, begin);
    else if (delayMs === 0) begin();
    const timer = delayMs === 0 ? undefined : setTimeout(begin, delayMs);
    return () => {
      clearTimeout(timer);
      stop();
      // Its place may be another badge's at once: nobody sees that one with this picture.
      place.width = 1;
      delete place.dataset.drawn;
    };
  }, [url, isOneOfMany]);
  return <canvas ref={canvas} className={styles.picture} width={1} height={1} data-picture={url} />;
}

/** Of whatever is scrolled in the window. */
const pace = createScrollPace();
document.addEventListener('scroll', () => pace.noteScroll(performance.now()), {
  capture: true,
  passive: true,
});

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
    if (!isStopped) {
      place.width = bitmap.width;
      place.height = bitmap.height;
      // In the page's own memory: it is painted with its card, where any other kind would be a layer of its own.
      place.getContext('2d', { willReadFrequently: true })?.drawImage(bitmap, 0, 0);
      place.dataset.drawn = 'true';
    }
    bitmap.close();
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
