import { readBadgeImageUrl, readDeskImageUrl } from '../../shared/ipc/badge-image-url.ts';
import type { Picture } from '../node/library/library.ts';
import { noPicture, pictureResponse } from './picture-response.ts';
import type { Served } from './served.ts';
import type { Drawing, Thumbnails } from './thumbnails.ts';

/** The pictures of badges for `<img>`, whole or small: by opaque id, never by path. */
export interface BadgePictures {
  /** Never rejects. */
  answer(request: Pick<Request, 'method' | 'url'>): Promise<Served>;
  /** Shows none of the pictures that were asked for in the last moments: one of them may have killed the page. */
  quarantineRecent(): void;
}

export interface BadgePicturesOptions {
  /** null: this badge has no picture. Rejects for an id that is none of the library's. */
  readonly picture: (badgeId: string) => Promise<Picture | null>;
  /** Draws the picture of a row of the check desk, where nothing is kept. One at a time. Never rejects. */
  readonly drawForDesk: (rowId: string) => Promise<Drawing>;
  readonly thumbnails: Pick<Thumbnails, 'of' | 'isDeadly'>;
  /** Milliseconds. */
  readonly now: () => number;
  /** How long before its death a picture may have been asked for to be under suspicion. */
  readonly suspicionMs: number;
}

export function createBadgePictures(options: BadgePicturesOptions): BadgePictures {
  const { picture, drawForDesk, thumbnails, now, suspicionMs } = options;
  const askedAt = new Map<string, number>();
  const quarantined = new Set<string>();
  let lastOfDesk: Promise<unknown> = Promise.resolve();

  async function answer({ method, url }: Pick<Request, 'method' | 'url'>): Promise<Served> {
    const rowId = method === 'GET' ? readDeskImageUrl(url) : null;
    if (rowId !== null) return await ofDesk(rowId);
    const asked = readBadgeImageUrl(url);
    if (method !== 'GET' || asked === null || quarantined.has(asked.badgeId)) return noPicture;
    askedAt.set(asked.badgeId, now());
    try {
      return asked.size === 'whole' ? await whole(asked.badgeId) : await small(asked.badgeId);
    } catch {
      return noPicture;
    }
  }

  async function whole(badgeId: string): Promise<Served> {
    if (await thumbnails.isDeadly(badgeId)) return noPicture;
    const found = await picture(badgeId);
    if (found === null || !(await isHarmless(badgeId, found))) return noPicture;
    return pictureResponse(found);
  }

  /** A drawing may take for ever, and the page with it: the painter, which may be ended, has to draw it first. */
  async function isHarmless(badgeId: string, { mediaType }: Picture): Promise<boolean> {
    return mediaType !== 'image/svg+xml' || (await thumbnails.of(badgeId)) !== null;
  }

  /** Strangers' pictures never come whole into the window: the painter, which may be ended, draws them small. */
  function ofDesk(rowId: string): Promise<Served> {
    const turn = lastOfDesk.then(async () => {
      const drawing = await drawForDesk(rowId);
      return drawing.kind === 'drawn'
        ? pictureResponse({ bytes: drawing.bytes, mediaType: 'image/webp' })
        : noPicture;
    });
    lastOfDesk = turn;
    return turn;
  }

  async function small(badgeId: string): Promise<Served> {
    const bytes = await thumbnails.of(badgeId);
    return bytes === null ? noPicture : pictureResponse({ bytes, mediaType: 'image/webp' });
  }

  return {
    answer,
    quarantineRecent: () => {
      const since = now() - suspicionMs;
      for (const [id, time] of askedAt) if (time >= since) quarantined.add(id);
      askedAt.clear();
    },
  };
}
