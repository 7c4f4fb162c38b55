import type { Session } from 'electron';
import { limits } from '../../shared/limits.ts';
import type { Picture } from '../node/library/library.ts';
import { createThumbnailCache } from '../node/library/thumbnail-cache.ts';
import { type BadgePictures, createBadgePictures } from './badge-pictures.ts';
import { createPainter, type Painter } from './painter.ts';
import { createThumbnails } from './thumbnails.ts';

export interface PictureParts {
  /** A session for each painter: none shares anything with the window. */
  readonly sessionOf: (name: string) => Session;
  readonly pageFolder: string;
  readonly thumbnailFolder: string;
  readonly picture: (badgeId: string) => Promise<Picture | null>;
  readonly deskPicture: (rowId: string) => Promise<Picture | null>;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface PictureServices extends BadgePictures {
  close(): void;
}

/** Joins what shows pictures: a painter for the backpack, whose drawings are kept, and one for the check desk. */
export function createPictureServices(parts: PictureParts): PictureServices {
  const painterOf = (name: string, picture: PictureParts['picture']): Painter =>
    createPainter({
      session: () => parts.sessionOf(name),
      pageFolder: parts.pageFolder,
      picture,
      sidePixels: limits.thumbnailPixels,
      maxBytes: limits.thumbnailBytes,
      timeoutMs: limits.parseTimeoutMs,
      idleMs: limits.painterIdleMs,
    });
  const painter = painterOf('painter', parts.picture);
  const deskPainter = painterOf('desk-painter', parts.deskPicture);
  const pictures = createBadgePictures({
    picture: parts.picture,
    drawForDesk: deskPainter.draw,
    thumbnails: createThumbnails({
      cache: createThumbnailCache(parts.thumbnailFolder, limits.thumbnailFiles),
      draw: painter.draw,
      maxWaiting: limits.thumbnailsWaiting,
    }),
    now: parts.now,
    suspicionMs: limits.pictureSuspicionMs,
  });
  return {
    ...pictures,
    close: () => {
      painter.close();
      deskPainter.close();
    },
  };
}
