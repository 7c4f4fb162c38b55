import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { badgeImageScheme } from '../../shared/ipc/badge-image-url.ts';
import { appOrigin, appScheme, previewOrigin } from './app-origin.ts';
import { bufferAnswer, type Served } from './served.ts';

/** To be registered before the app is ready. Standard and secure, or the page would have no origin and no crypto. */
export const ownSchemes: CustomScheme[] = [
  { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  { scheme: badgeImageScheme, privileges: { standard: true, secure: true } },
];

/** The page's policy: its own files, badge pictures, previews in a frame, and nothing else; no network, no foreign script. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' blob: data: ${badgeImageScheme}:`,
  "font-src 'self'",
  "connect-src 'none'",
  `frame-src ${previewOrigin}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Serves the files of our own page under `app://bundle/`, and nothing outside their folder; `preview`: of other
 * addresses. At once, while the window waits.
 */
export function serveApp(
  protocol: Pick<Protocol, 'registerBufferProtocol'>,
  folder: string,
  preview: (url: string) => Served | null = () => null,
): void {
  protocol.registerBufferProtocol(appScheme, (request, callback) => {
    const served =
      preview(request.url) ??
      servePageFile(request, { origin: appOrigin, folder, policy: contentSecurityPolicy });
    callback(bufferAnswer(served));
  });
}

export interface ServedFolder {
  readonly origin: string;
  readonly folder: string;
  readonly policy: string;
}

/** One file of a folder under an origin of ours, with that origin's policy; 404 for everything else. */
export function servePageFile(
  { method, url }: Pick<Request, 'method' | 'url'>,
  { origin, folder, policy }: ServedFolder,
): Served {
  const file = method === 'GET' ? pageFile(folder, url, origin) : null;
  return file === null ? notFound(policy) : serveFile(file, policy);
}

/** The file of an address, or null for a foreign host, an unknown type, and every way out of the folder. */
export function pageFile(folder: string, url: string, origin: string = appOrigin): string | null {
  if (!url.startsWith(`${origin}/`)) return null;
  const name = url.slice(origin.length + 1).replace(/[?#].*$/, '');
  // Our own file names need no escapes, so whatever has any (dots, backslashes, percent signs) is not ours.
  if (!/^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/.test(name)) return null;
  if (!Object.hasOwn(mediaTypes, path.extname(name))) return null;
  return path.join(folder, name);
}

function serveFile(file: string, policy: string): Served {
  try {
    if (!lstatSync(file).isFile()) return notFound(policy);
    const headers = headersOf(mediaTypes[path.extname(file)] ?? 'text/plain', policy);
    return { status: 200, headers, body: readFileSync(file) };
  } catch {
    return notFound(policy);
  }
}

function notFound(policy: string): Served {
  return { status: 404, headers: headersOf('text/plain', policy), body: null };
}

/**
 * Without an opener policy: no page of ours ever has an opener, nor may it open one, and the change from the empty page's
 * policy would start a second process for the window, after the first has come to be.
 */
function headersOf(mediaType: string, policy: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};
