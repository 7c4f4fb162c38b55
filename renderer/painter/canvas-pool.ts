import type { Size } from './small-size.ts';

export type Pen = OffscreenCanvasRenderingContext2D;

/** Canvases that are used again: memory that is new to a process costs more than what is drawn there. */
export interface CanvasPool {
  /** For drawing over all of it: it may have an earlier drawing on it. */
  take(size: Size): Pen;
  /** Nobody draws on it or reads it any more. */
  give(pen: Pen): void;
}

export function createCanvasPool(): CanvasPool {
  const free: Pen[] = [];
  return {
    take: (size) => {
      const pen = free.pop() ?? newPen();
      resize(pen.canvas, size);
      pen.globalCompositeOperation = 'copy';
      pen.imageSmoothingQuality = 'high';
      return pen;
    },
    give: (pen) => void free.push(pen),
  };
}

function newPen(): Pen {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new TypeError('no canvas');
  return pen;
}

/** Even the same size would empty it. */
function resize(canvas: OffscreenCanvas, { width, height }: Size): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
