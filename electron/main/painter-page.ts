import { type Session, WebContentsView } from 'electron';
import type { PictureToDraw } from '../../shared/ipc/painter-port.ts';
import type { Picture } from '../node/library/library.ts';
import { appScheme, painterOrigin, painterPage } from './app-origin.ts';
import { servePageFile } from './app-protocol.ts';
import { openPainterPort, type PainterPort } from './painter-port.ts';
import { noPicture, pictureResponse } from './picture-response.ts';
import { secureSession } from './security.ts';
import { bufferAnswer, type Served } from './served.ts';

/** A page that nobody sees and that draws for us, so that a picture that kills its process kills no window. */
export interface PainterPage {
  /** Runs words of our own in it, beside others that it runs already. Never rejects. */
  run(script: string): Promise<Ran>;
  /** Has it draw a picture small, beside others. Never rejects. */
  draw(picture: PictureToDraw): Promise<Ran>;
  close(): void;
}

/**
 * `died`: what it drew ended its process. `late`: not now (it took too long, was ended from outside, or the app is
 * closing); nothing is known of the picture.
 */
export type Ran =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'died' }
  | { readonly kind: 'late' };

export interface PainterPageOptions {
  /** A session of its own: this page shares nothing with the window, and none of its calls is answered. */
  readonly session: () => Session;
  readonly pageFolder: string;
  /** What hands it the port that `draw` needs, and nothing else. */
  readonly preloadFile: string;
  /** What it may have right now, by the name that the script calls it by (`/picture/NAME`); null: nothing. */
  readonly picture: (name: string) => Picture | null;
  readonly timeoutMs: number;
  /** The page's process ends after so much idleness. */
  readonly idleMs: number;
}

interface Page {
  /** Whoever lets go of it ends its page. */
  readonly view: WebContentsView;
  readonly port: PainterPort;
  /** Resolves when its process is gone. */
  readonly died: Promise<Ran>;
}

type PageWork = (page: Page) => Promise<unknown>;

/** Its own pictures it gets as bytes, too: only these can be decoded beside the thread that draws. */
const policy =
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const pictures = `${painterOrigin}/picture/`;

export function createPainterPage(options: PainterPageOptions): PainterPage {
  const { session, pageFolder, preloadFile, picture, timeoutMs, idleMs } = options;
  let securedSession: Session | null = null;
  let openedPage: Promise<Page> | null = null;
  let newestView: WebContentsView | null = null;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let busy = 0;
  let isClosed = false;

  function ownSession(): Session {
    if (securedSession !== null) return securedSession;
    securedSession = session();
    secureSession(securedSession);
    securedSession.protocol.registerBufferProtocol(appScheme, (request, callback) =>
      callback(bufferAnswer(served(request))),
    );
    return securedSession;
  }

  function served({ method, url }: Pick<Request, 'method' | 'url'>): Served {
    if (method !== 'GET' || !url.startsWith(pictures))
      return servePageFile({ method, url }, { origin: painterOrigin, folder: pageFolder, policy });
    const found = picture(url.slice(pictures.length));
    return found === null ? noPicture : pictureResponse(found);
  }

  async function openPage(): Promise<Page> {
    const view = new WebContentsView({
      webPreferences: {
        session: ownSession(),
        preload: preloadFile,
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
    newestView = view;
    const died = new Promise<Ran>((resolve) => {
      view.webContents.once('render-process-gone', (_event, { reason }) => {
        // One that was let go of before may end when the next one is at work already.
        if (view === newestView) endPage();
        // Whoever ends it from outside, or closes the app, says nothing of the picture.
        resolve(reason === 'crashed' || reason === 'oom' ? { kind: 'died' } : late);
      });
    });
    await view.webContents.loadURL(painterPage);
    return { view, port: openPainterPort(view.webContents), died };
  }

  async function workNow(work: PageWork): Promise<Ran> {
    openedPage ??= openPage();
    const page = await openedPage;
    const ran = work(page)
      .then((answer: unknown): Ran => ({ kind: 'answered', answer }))
      .catch(() => late);
    return await withinTime(Promise.race([ran, page.died]), timeoutMs);
  }

  async function inPage(work: PageWork): Promise<Ran> {
    clearTimeout(idleTimer);
    busy += 1;
    const ran = isClosed ? late : await workNow(work).catch(() => late);
    busy -= 1;
    // A page that hangs is not asked again.
    if (ran.kind === 'late') endPage();
    else if (busy === 0) idleTimer = setTimeout(endPage, idleMs);
    return isClosed ? late : ran;
  }

  function endPage(): void {
    clearTimeout(idleTimer);
    void openedPage?.then(({ view }) => view.webContents.close()).catch(() => undefined);
    openedPage = null;
  }

  return {
    run: (script) => inPage(({ view }) => view.webContents.executeJavaScript(script)),
    draw: (toDraw) => inPage(({ port }) => port.ask(toDraw)),
    close: () => {
      isClosed = true;
      endPage();
    },
  };
}

const late: Ran = { kind: 'late' };

async function withinTime(running: Promise<Ran>, timeoutMs: number): Promise<Ran> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Ran>((resolve) => {
    timer = setTimeout(() => resolve(late), timeoutMs);
  });
  return await Promise.race([running, timeout]).finally(() => clearTimeout(timer));
}
