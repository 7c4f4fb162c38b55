import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { badgeImageScheme } from '../../shared/ipc/badge-image-url.ts';
import { appOrigin, appScheme, previewOrigin } from './app-origin.ts';

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

/** Serves the files of our own page under `app://bundle/`, and nothing outside their folder; `preview`: of other addresses. */
export function serveApp(
  protocol: Pick<Protocol, 'handle'>,
  folder: string,
  preview: (url: string) => Response | null = () => null,
): void {
  protocol.handle(
    appScheme,
    (request) =>
      preview(request.url) ??
      servePageFile(request, { origin: appOrigin, folder, policy: contentSecurityPolicy }),
  );
}

export interface ServedFolder {
  readonly origin: string;
  readonly folder: string;
  readonly policy: string;
}

/** One file of a folder under an origin of ours, with that origin's policy; 404 for everything else. */
export async function servePageFile(
  { method, url }: Pick<Request, 'method' | 'url'>,
  { origin, folder, policy }: ServedFolder,
): Promise<Response> {
  const file = method === 'GET' ? pageFile(folder, url, origin) : null;
  return file === null ? notFound(policy) : respondWith(file, policy);
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

async function respondWith(file: string, policy: string): Promise<Response> {
  try {
    if (!(await lstat(file)).isFile()) return notFound(policy);
    // A copy as plain bytes: inside an archive the buffer may be a window onto more.
    const bytes = new Uint8Array(await readFile(file));
    return new Response(bytes, {
      headers: headersOf(mediaTypes[path.extname(file)] ?? 'text/plain', policy),
    });
  } catch {
    return notFound(policy);
  }
}

function notFound(policy: string): Response {
  return new Response(null, { status: 404, headers: headersOf('text/plain', policy) });
}

function headersOf(mediaType: string, policy: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
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
