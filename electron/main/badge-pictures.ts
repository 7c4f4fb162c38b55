import type { Protocol } from 'electron';
import { badgeIdOfImageUrl, badgeImageScheme } from '../../shared/ipc/badge-image-url.ts';
import type { Picture } from '../node/library.ts';

/** The pictures of badges for `<img>`: by opaque id, never by path. */
export interface BadgePictures {
  serve(protocol: Pick<Protocol, 'handle'>): void;
  /** Shows none of the pictures that were asked for in the last moments: one of them may have killed the page. */
  quarantineRecent(): void;
}

export interface BadgePicturesOptions {
  /** null: this badge has no picture. Rejects for an id that is none of the library's. */
  readonly picture: (badgeId: string) => Promise<Picture | null>;
  /** Milliseconds. */
  readonly now: () => number;
  /** How long before its death a picture may have been asked for to be under suspicion. */
  readonly suspicionMs: number;
}

export function createBadgePictures({ picture, now, suspicionMs }: BadgePicturesOptions): BadgePictures {
  const askedAt = new Map<string, number>();
  const quarantined = new Set<string>();

  async function answer({ method, url }: Pick<Request, 'method' | 'url'>): Promise<Response> {
    const id = badgeIdOfImageUrl(url);
    if (method !== 'GET' || id === null || quarantined.has(id)) return notFound();
    askedAt.set(id, now());
    try {
      const found = await picture(id);
      return found === null || !shownTypes.has(found.mediaType) ? notFound() : respondWith(found);
    } catch {
      return notFound();
    }
  }

  return {
    serve: (protocol) => protocol.handle(badgeImageScheme, answer),
    quarantineRecent: () => {
      const since = now() - suspicionMs;
      for (const [id, time] of askedAt) if (time >= since) quarantined.add(id);
      askedAt.clear();
    },
  };
}

const shownTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/svg+xml',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);

function respondWith({ bytes, mediaType }: Picture): Response {
  // The library's bytes are over plain memory, as a body must be; its type allows shared memory too.
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
    },
  });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: { 'X-Content-Type-Options': 'nosniff' } });
}
