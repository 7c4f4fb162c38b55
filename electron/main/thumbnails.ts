import type { KnownThumbnail, ThumbnailCache } from '../node/library/thumbnail-cache.ts';

/** Small pictures of badges for the grid: drawn when they are first shown, then kept. */
export interface Thumbnails {
  /** WebP; null: there is none to show. Never rejects. */
  of(badgeId: string): Promise<Uint8Array | null>;
  /** True for a picture that ended the process that drew it, in this run or an earlier one. */
  isDeadly(badgeId: string): Promise<boolean>;
  /** Everything that was known goes; what is being drawn right now is not kept. */
  forget(): void;
}

/**
 * `late`: not now (it took too long, or the app is closing); nothing is known of the picture. `unread`: its file is not to
 * be had at this moment (a drive that was pulled out, a library that is closed); the next moment it may be.
 */
export type Drawing = KnownThumbnail | { readonly kind: 'late' } | { readonly kind: 'unread' };

export interface ThumbnailsOptions {
  readonly cache: ThumbnailCache;
  /** Never rejects. */
  readonly draw: (badgeId: string) => Promise<Drawing>;
  /** So many are drawn at the same time: while one is read another is decoded and a third is packed. */
  readonly atOnce: number;
  /** More than can be seen at once: beyond it, what was asked for first is no longer seen, and given up. */
  readonly maxWaiting: number;
}

interface Waiting {
  readonly answer: Promise<Uint8Array | null>;
  readonly resolve: (bytes: Uint8Array | null) => void;
}

export function createThumbnails({ cache, draw, atOnce, maxWaiting }: ThumbnailsOptions): Thumbnails {
  /** By badge, the newest last: what was asked for last is what the person looks at. */
  const waiting = new Map<string, Waiting>();
  const begun = new Map<string, Waiting>();
  const late = new Set<string>();
  let timesForgotten = 0;

  function ask(badgeId: string): Promise<Uint8Array | null> {
    const drawnNow = begun.get(badgeId);
    if (drawnNow !== undefined) return drawnNow.answer;
    const asked = waiting.get(badgeId) ?? newWaiting();
    waiting.delete(badgeId);
    waiting.set(badgeId, asked);
    const [oldest] = waiting;
    if (waiting.size > maxWaiting && oldest !== undefined) {
      waiting.delete(oldest[0]);
      oldest[1].resolve(null);
    }
    drawMore();
    return asked.answer;
  }

  function drawMore(): void {
    const next = [...waiting].at(-1);
    if (next === undefined || begun.size >= atOnce) return;
    const [badgeId, asked] = next;
    waiting.delete(badgeId);
    begun.set(badgeId, asked);
    void finish(badgeId, asked);
  }

  async function finish(badgeId: string, { resolve }: Waiting): Promise<void> {
    const before = timesForgotten;
    const drawing = await draw(badgeId);
    if (timesForgotten === before) await keep(badgeId, drawing);
    begun.delete(badgeId);
    resolve(bytesOf(drawing));
    drawMore();
  }

  async function keep(badgeId: string, drawing: Drawing): Promise<void> {
    if (drawing.kind === 'late') late.add(badgeId);
    else if (drawing.kind !== 'unread') await cache.write(badgeId, drawing);
  }

  return {
    of: async (badgeId) => {
      const known = await cache.read(badgeId);
      if (known !== null) return bytesOf(known);
      return late.has(badgeId) ? null : await ask(badgeId);
    },
    isDeadly: async (badgeId) => (await cache.read(badgeId))?.kind === 'deadly',
    forget: () => {
      timesForgotten += 1;
      late.clear();
      cache.forget();
    },
  };
}

function bytesOf(drawing: Drawing): Uint8Array | null {
  return drawing.kind === 'drawn' ? drawing.bytes : null;
}

function newWaiting(): Waiting {
  let resolve: Waiting['resolve'] = () => undefined;
  const answer = new Promise<Uint8Array | null>((settle) => {
    resolve = settle;
  });
  return { answer, resolve };
}
