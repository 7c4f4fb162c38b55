import type { Session } from 'electron';
import { assertNever } from '../../shared/assert-never.ts';
import type { Picture } from '../node/library/library.ts';
import { isWholeWebp } from '../node/library/thumbnail-cache.ts';
import { createPainterPage } from './painter-page.ts';
import type { Drawing } from './thumbnails.ts';

/** Draws thumbnails in a page that nobody sees, so that a picture that kills its process kills no window. */
export interface Painter {
  /** One at a time. Never rejects. */
  draw(badgeId: string): Promise<Drawing>;
  close(): void;
}

export interface PainterOptions {
  readonly session: () => Session;
  readonly pageFolder: string;
  readonly picture: (badgeId: string) => Promise<Picture | null>;
  readonly sidePixels: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly idleMs: number;
}

export function createPainter(options: PainterOptions): Painter {
  const { session, pageFolder, picture, sidePixels, maxBytes, timeoutMs, idleMs } = options;
  /** The page gets the picture that it is to draw, and no other. */
  let current: Picture | null = null;
  let isClosed = false;
  const page = createPainterPage({ session, pageFolder, picture: () => current, timeoutMs, idleMs });

  async function drawNow(badgeId: string): Promise<Drawing> {
    current = await picture(badgeId);
    if (current === null) return { kind: 'impossible' };
    const address = JSON.stringify(`/picture/${badgeId}`);
    const ran = await page.run(`drawThumbnail(${address}, ${sidePixels})`);
    switch (ran.kind) {
      case 'answered':
        return drawingOf(ran.answer);
      case 'died':
        return { kind: 'deadly' };
      case 'late':
        return late;
      default:
        return assertNever(ran);
    }
  }

  function drawingOf(answer: unknown): Drawing {
    return answer instanceof Uint8Array && answer.length <= maxBytes && isWholeWebp(answer)
      ? { kind: 'drawn', bytes: answer }
      : { kind: 'impossible' };
  }

  return {
    draw: async (badgeId) => {
      const drawing = isClosed ? late : await drawNow(badgeId).catch(() => late);
      current = null;
      return drawing;
    },
    close: () => {
      isClosed = true;
      page.close();
    },
  };
}

const late: Drawing = { kind: 'late' };
