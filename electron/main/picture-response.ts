import type { Picture } from '../node/library/library.ts';
import type { Served } from './served.ts';

/** A picture for an `<img>`: its own type, unsniffed and in a sandbox. 404 for what is none of the shown kinds. */
export function pictureResponse({ bytes, mediaType }: Picture): Served {
  if (!shownTypes.has(mediaType)) return noPicture;
  return {
    status: 200,
    headers: {
      'Content-Type': mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
    },
    // The library's bytes are over plain memory, as a body must be; its type allows shared memory too.
    body: bytes as Uint8Array<ArrayBuffer>,
  };
}

export const noPicture: Served = {
  status: 404,
  headers: { 'X-Content-Type-Options': 'nosniff' },
  body: null,
};

const shownTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/svg+xml',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);
