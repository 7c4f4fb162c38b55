/** The port by which main gives pictures to the page that draws them small; also what the page is told when it comes. */
export const painterPortName = 'painter.port';

/** A picture that is to be drawn so small that its longer side has `sidePixels`. */
export interface PictureToDraw {
  /** A small PNG itself; null: it is to be loaded from its address. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly address: string;
  readonly sidePixels: number;
}

/** Several are drawn at once: the answer has the number of the question. */
export interface PainterQuestion {
  readonly id: number;
  readonly picture: PictureToDraw;
}

/** WebP; null: it cannot be drawn, or nothing of it can be seen. Main believes nothing of it unseen. */
export interface PainterAnswer {
  readonly id: number;
  readonly bytes: Uint8Array | null;
}
