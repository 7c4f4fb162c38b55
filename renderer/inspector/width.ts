import { limits } from '../../shared/limits.ts';

const stepPixels = 16;

/** A width that the details may have. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(limits.inspectorMaxPixels, Math.max(limits.inspectorMinPixels, width)));
}

/** The width after a key on the edge, which lies at the left of the details; null for other keys. */
export function widthForKey(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return clampWidth(width + stepPixels);
    case 'ArrowRight':
      return clampWidth(width - stepPixels);
    case 'Home':
      return limits.inspectorMinPixels;
    case 'End':
      return limits.inspectorMaxPixels;
    default:
      return null;
  }
}
