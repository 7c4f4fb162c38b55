export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size at which the longer side has `sidePixels`, and the shorter one at least one. */
export function smallSize({ width, height }: Size, sidePixels: number): Size {
  const scale = sidePixels / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
