import { type Session, WebContentsView } from 'electron';
import type { Picture } from '../node/library/library.ts';
import { isWholeWebp } from '../node/library/thumbnail-cache.ts';
import { appScheme, painterOrigin, painterPage } from './app-origin.ts';
import { servePageFile } from './app-protocol.ts';
import { noPicture, pictureResponse } from './picture-response.ts';
import { secureSession } from './security.ts';
import type { Drawing } from './thumbnails.ts';

/** Draws thumbnails in a page that nobody sees, so that a picture that kills its process kills no window. */
export interface Painter {
  /** One at a time. Never rejects. */
  draw(badgeId: string): Promise<Drawing>;
  close(): void;
}

export interface PainterOptions {
  /** A session of its own: this page shares nothing with the window, and none of its calls is answered. */
  readonly session: () => Session;
  readonly pageFolder: string;
  readonly picture: (badgeId: string) => Promise<Picture | null>;
  readonly sidePixels: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** The page's process ends after so much idleness. */
  readonly idleMs: number;
}

interface Page {
  /** Whoever lets go of it ends its page. */
  readonly view: WebContentsView;
  /** Resolves when its process is gone. */
  readonly died: Promise<Drawing>;
}

const policy = "default-src 'none'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

export function createPainter(options: PainterOptions): Painter {
  const { session, pageFolder, picture, sidePixels, maxBytes, timeoutMs, idleMs } = options;
  let securedSession: Session | null = null;
  let openedPage: Promise<Page> | null = null;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  /** The page gets the picture that it is to draw, and no other. */
  let current: Picture | null = null;
  let isClosed = false;

  function ownSession(): Session {
    if (securedSession !== null) return securedSession;
    securedSession = session();
    secureSession(securedSession);
    securedSession.protocol.handle(appScheme, ({ method, url }) => {
      if (method === 'GET' && url.startsWith(`${painterOrigin}/picture/`)) {
        return current === null ? noPicture() : pictureResponse(current);
      }
      return servePageFile({ method, url }, { origin: painterOrigin, folder: pageFolder, policy });
    });
    return securedSession;
  }

  async function openPage(): Promise<Page> {
    const view = new WebContentsView({
      webPreferences: {
        session: ownSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        // Nobody ever sees it, so it would be slowed down.
        backgroundThrottling: false,
        devTools: false,
      },
    });
    const died = new Promise<Drawing>((resolve) => {
      view.webContents.once('render-process-gone', (_event, { reason }) => {
        endPage();
        // Whoever ends it from outside, or closes the app, says nothing of the picture.
        resolve(reason === 'crashed' || reason === 'oom' ? { kind: 'deadly' } : late);
      });
    });
    await view.webContents.loadURL(painterPage);
    return { view, died };
  }

  async function drawNow(badgeId: string): Promise<Drawing> {
    current = await picture(badgeId);
    if (current === null) return { kind: 'impossible' };
    openedPage ??= openPage();
    const { view, died } = await openedPage;
    const address = JSON.stringify(`/picture/${badgeId}`);
    const drawn = view.webContents
      .executeJavaScript(`drawThumbnail(${address}, ${sidePixels})`)
      .then(drawingOf, (): Drawing => late);
    return await Promise.race([drawn, died, lateAfter(timeoutMs)]);
  }

  function drawingOf(answer: unknown): Drawing {
    return answer instanceof Uint8Array && answer.length <= maxBytes && isWholeWebp(answer)
      ? { kind: 'drawn', bytes: answer }
      : { kind: 'impossible' };
  }

  function endPage(): void {
    clearTimeout(idleTimer);
    void openedPage?.then(({ view }) => view.webContents.close()).catch(() => undefined);
    openedPage = null;
  }

  return {
    draw: async (badgeId) => {
      clearTimeout(idleTimer);
      const drawing = isClosed ? late : await drawNow(badgeId).catch(() => late);
      current = null;
      // A page that hangs is not asked again.
      if (drawing.kind === 'late') endPage();
      else idleTimer = setTimeout(endPage, idleMs);
      return isClosed ? late : drawing;
    },
    close: () => {
      isClosed = true;
      endPage();
    },
  };
}

const late: Drawing = { kind: 'late' };

function lateAfter(timeoutMs: number): Promise<Drawing> {
  return new Promise((resolve) => setTimeout(() => resolve(late), timeoutMs).unref());
}
