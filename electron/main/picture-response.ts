import type { Picture } from '../node/library/library.ts';

/** A picture for an `<img>`: its own type, unsniffed and in a sandbox. 404 for what is none of the shown kinds. */
export function pictureResponse({ bytes, mediaType }: Picture): Response {
  if (!shownTypes.has(mediaType)) return noPicture();
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

export function noPicture(): Response {
  return new Response(null, { status: 404, headers: { 'X-Content-Type-Options': 'nosniff' } });
}

const shownTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/svg+xml',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);
