import type { Session } from 'electron';
import { limits } from '../../shared/limits.ts';
import type { ShareCard } from '../../shared/social/share-card.ts';
import type { Picture } from '../node/library/library.ts';
import { createThumbnailCache } from '../node/library/thumbnail-cache.ts';
import { type BadgePictures, createBadgePictures } from './badge-pictures.ts';
import { type CardDrawing, createCardPainter } from './card-painter.ts';
import { createPainter, type Painter } from './painter.ts';
import { createThumbnails } from './thumbnails.ts';

export interface PictureParts {
  /** A session for each painter: none shares anything with the window. */
  readonly sessionOf: (name: string) => Session;
  readonly pageFolder: string;
  readonly preloadFile: string;
  readonly thumbnailFolder: string;
  readonly picture: (badgeId: string) => Promise<Picture | null>;
  readonly deskPicture: (rowId: string) => Promise<Picture | null>;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface PictureServices extends BadgePictures {
  /** A card with the pictures of these badges; null: not to be drawn. Never rejects. */
  drawCard(card: ShareCard, badgeIds: readonly string[]): Promise<CardDrawing | null>;
  /** Nothing that is known of the backpack's pictures stays. */
  forget(): void;
  close(): void;
}

/** Joins what shows pictures: a painter for the backpack, whose drawings are kept, and one for the check desk. */
export function createPictureServices(parts: PictureParts): PictureServices {
  const painterOf = (name: string, picture: PictureParts['picture']): Painter =>
    createPainter({
      session: () => parts.sessionOf(name),
      pageFolder: parts.pageFolder,
      preloadFile: parts.preloadFile,
      picture,
      sidePixels: limits.thumbnailPixels,
      maxBytes: limits.thumbnailBytes,
      timeoutMs: limits.parseTimeoutMs,
      idleMs: limits.painterIdleMs,
    });
  const painter = painterOf('painter', parts.picture);
  const deskPainter = painterOf('desk-painter', parts.deskPicture);
  const thumbnails = createThumbnails({
    cache: createThumbnailCache(parts.thumbnailFolder, limits.thumbnailFiles),
    draw: painter.draw,
    atOnce: limits.thumbnailsAtOnce,
    maxWaiting: limits.thumbnailsWaiting,
  });
  const cardPainter = createCardPainter({
    session: () => parts.sessionOf('card-painter'),
    pageFolder: parts.pageFolder,
    preloadFile: parts.preloadFile,
  });

  /** Many are small on a card. A single one comes whole, once a small one shows that it harms nobody. */
  async function cardPicture(badgeId: string, isOnly: boolean): Promise<Picture | null> {
    const bytes = await thumbnails.of(badgeId);
    if (bytes === null) return null;
    return isOnly ? await parts.picture(badgeId).catch(() => null) : { bytes, mediaType: 'image/webp' };
  }

  const pictures = createBadgePictures({
    picture: parts.picture,
    drawForDesk: deskPainter.draw,
    thumbnails,
    now: parts.now,
    suspicionMs: limits.pictureSuspicionMs,
  });
  return {
    ...pictures,
    drawCard: async (card, badgeIds) => {
      const isOnly = badgeIds.length === 1;
      return await cardPainter.draw(card, await Promise.all(badgeIds.map((id) => cardPicture(id, isOnly))));
    },
    forget: thumbnails.forget,
    close: () => {
      painter.close();
      deskPainter.close();
      cardPainter.close();
    },
  };
}
