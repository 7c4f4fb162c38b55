import { appOrigin, previewOrigin } from './app-origin.ts';
import type { Served } from './served.ts';

/** Pages that the window shows in a frame before they are exported. */
export interface Previews {
  /** Keeps a page for a while; the answer is its address. */
  hold(html: string): string;
  /** What lies at an address; null: it is none of a preview. */
  answer(url: string): Served | null;
}

/** Holds the last few pages only: the frame shows one while the next is on its way. */
export function createPreviews(): Previews {
  const pages = new Map<string, string>();
  let count = 0;
  return {
    hold: (html) => {
      count += 1;
      const url = `${previewOrigin}/${count}.html`;
      pages.set(url, html);
      for (const old of [...pages.keys()].slice(0, -heldPages)) pages.delete(old);
      return url;
    },
    answer: (url) => {
      if (!url.startsWith(`${previewOrigin}/`)) return null;
      const html = pages.get(url.replace(/#.*$/, ''));
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
      return html === undefined
        ? { status: 404, headers, body: null }
        : { status: 200, headers, body: new TextEncoder().encode(html) };
    },
  };
}

const heldPages = 3;

/** Beside the page's own policy, which names its one style by its hash: no script, no form, no other frame. */
const policy = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src badge-img:',
  `frame-ancestors ${appOrigin}`,
].join('; ');
