import type { KnownThumbnail, ThumbnailCache } from '../node/library/thumbnail-cache.ts';

/** Small pictures of badges for the grid: drawn when they are first shown, then kept. */
export interface Thumbnails {
  /** WebP; null: there is none to show. Never rejects. */
  of(badgeId: string): Promise<Uint8Array | null>;
  /** True for a picture that ended the process that drew it, in this run or an earlier one. */
  isDeadly(badgeId: string): Promise<boolean>;
}

/** `late`: not now (it took too long, or the app is closing); nothing is known of the picture. */
export type Drawing = KnownThumbnail | { readonly kind: 'late' };

export interface ThumbnailsOptions {
  readonly cache: ThumbnailCache;
  /** Draws one at a time. Never rejects. */
  readonly draw: (badgeId: string) => Promise<Drawing>;
  /** More than can be seen at once: beyond it, what was asked for first is no longer seen, and given up. */
  readonly maxWaiting: number;
}

interface Waiting {
  readonly answer: Promise<Uint8Array | null>;
  readonly resolve: (bytes: Uint8Array | null) => void;
}

export function createThumbnails({ cache, draw, maxWaiting }: ThumbnailsOptions): Thumbnails {
  /** By badge, the newest last: what was asked for last is what the person looks at. */
  const waiting = new Map<string, Waiting>();
  const late = new Set<string>();
  let isDrawing = false;

  function ask(badgeId: string): Promise<Uint8Array | null> {
    const known = waiting.get(badgeId);
    waiting.delete(badgeId);
    const asked = known ?? newWaiting();
    waiting.set(badgeId, asked);
    const [oldest] = waiting;
    if (waiting.size > maxWaiting && oldest !== undefined) {
      waiting.delete(oldest[0]);
      oldest[1].resolve(null);
    }
    if (!isDrawing) void drawAll();
    return asked.answer;
  }

  async function drawAll(): Promise<void> {
    isDrawing = true;
    for (let next = newest(); next !== undefined; next = newest()) {
      const [badgeId, { resolve }] = next;
      const drawing = await draw(badgeId);
      if (drawing.kind === 'late') late.add(badgeId);
      else await cache.write(badgeId, drawing);
      waiting.delete(badgeId);
      resolve(bytesOf(drawing));
    }
    isDrawing = false;
  }

  function newest(): [string, Waiting] | undefined {
    return [...waiting].at(-1);
  }

  return {
    of: async (badgeId) => {
      const known = await cache.read(badgeId);
      if (known !== null) return bytesOf(known);
      return late.has(badgeId) ? null : await ask(badgeId);
    },
    isDeadly: async (badgeId) => (await cache.read(badgeId))?.kind === 'deadly',
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
