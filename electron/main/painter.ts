import type { Session } from 'electron';
import { assertNever } from '../../shared/assert-never.ts';
import { pngArea } from '../../shared/image/png-area.ts';
import { limits } from '../../shared/limits.ts';
import type { Picture } from '../node/library/library.ts';
import { isWholeWebp } from '../node/library/thumbnail-cache.ts';
import { createCompany } from './company.ts';
import { createPainterPage } from './painter-page.ts';
import type { Drawing } from './thumbnails.ts';

/** Draws thumbnails in a page that nobody sees, so that a picture that kills its process kills no window. */
export interface Painter {
  /** Several at a time, as many as are asked for. Never rejects. */
  draw(badgeId: string): Promise<Drawing>;
  close(): void;
}

export interface PainterOptions {
  readonly session: () => Session;
  readonly pageFolder: string;
  readonly preloadFile: string;
  readonly picture: (badgeId: string) => Promise<Picture | null>;
  readonly sidePixels: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly idleMs: number;
}

export function createPainter(options: PainterOptions): Painter {
  const { session, pageFolder, preloadFile, picture, sidePixels, maxBytes, timeoutMs, idleMs } = options;
  /** The page gets the pictures that it is to draw, and no others. */
  const current = new Map<string, Picture>();
  const company = createCompany();
  let isClosed = false;
  const page = createPainterPage({
    session,
    pageFolder,
    preloadFile,
    picture: (name) => current.get(name) ?? null,
    timeoutMs,
    idleMs,
  });

  async function drawNow(badgeId: string): Promise<Drawing> {
    const found = await picture(badgeId).catch(() => 'unread' as const);
    if (found === 'unread') return { kind: 'unread' };
    if (found === null) return { kind: 'impossible' };
    current.set(badgeId, found);
    const address = `/picture/${badgeId}`;
    const ran = await page.draw({ bytes: bytesBeside(found), address, sidePixels });
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

  async function drawOnce(badgeId: string): Promise<Drawing> {
    const drawing = isClosed ? late : await drawNow(badgeId).catch(() => late);
    current.delete(badgeId);
    return drawing;
  }

  return {
    draw: async (badgeId) => {
      const { value, wasAlone } = await company.together(() => drawOnce(badgeId));
      const mayBeBlamed = value.kind === 'deadly' || value.kind === 'late';
      // Whatever ended the page of several: each is tried once more alone, so that the right one is blamed.
      return !mayBeBlamed || wasAlone || isClosed ? value : await company.alone(() => drawOnce(badgeId));
    },
    close: () => {
      isClosed = true;
      page.close();
    },
  };
}

const late: Drawing = { kind: 'late' };

/** Those of a picture that may be decoded beside others; their type allows shared memory too, which the library's never are. */
function bytesBeside({ bytes }: Picture): Uint8Array<ArrayBuffer> | null {
  const area = pngArea(bytes);
  return area !== null && area <= limits.besidePixels ? (bytes as Uint8Array<ArrayBuffer>) : null;
}
