import { type Session, WebContentsView } from 'electron';
import type { PictureToDraw } from '../../shared/ipc/painter-port.ts';
import type { Picture } from '../node/library/library.ts';
import { withResolvers } from '../node/with-resolvers.ts';
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
  /** Rejects where it does not come to be. */
  readonly port: Promise<PainterPort>;
  /** Resolves when its process is gone, or when somebody has let go of it: nothing more comes of it. */
  readonly ended: Promise<Ran>;
  readonly end: (as: Ran) => void;
}

type PageWork = (page: Page, port: PainterPort) => Promise<unknown>;

/** Its own pictures it gets as bytes, too: only these can be decoded beside the thread that draws. */
const policy =
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const pictures = `${painterOrigin}/picture/`;

export function createPainterPage(options: PainterPageOptions): PainterPage {
  const { session, pageFolder, preloadFile, picture, timeoutMs, idleMs } = options;
  let securedSession: Session | null = null;
  let openedPage: Page | null = null;
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

  function openPage(): Page {
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
    const { promise: ended, resolve: end } = withResolvers<Ran>();
    view.webContents.once('render-process-gone', (_event, { reason }) => {
      // Whoever ends it from outside, or closes the app, says nothing of the picture.
      endPage(page, reason === 'crashed' || reason === 'oom' ? { kind: 'died' } : late);
    });
    const port = view.webContents.loadURL(painterPage).then(() => openPainterPort(view.webContents));
    // Once, whoever ends it.
    void ended.then(() => view.webContents.close()).catch(() => undefined);
    const page: Page = { view, port, ended, end };
    return page;
  }

  /** A page that does not come to be says nothing of the picture, whatever became of it. */
  async function workIn(page: Page, work: PageWork): Promise<Ran> {
    const port = await withinTime<PainterPort | Ran>(Promise.race([page.port, page.ended]), timeoutMs);
    if ('kind' in port) return late;
    const ran = work(page, port).then((answer: unknown): Ran => ({ kind: 'answered', answer }));
    return await withinTime(Promise.race([ran, page.ended]), timeoutMs);
  }

  async function inPage(work: PageWork): Promise<Ran> {
    if (isClosed) return late;
    clearTimeout(idleTimer);
    openedPage ??= openPage();
    const page = openedPage;
    busy += 1;
    const ran = await workIn(page, work).catch(() => late);
    busy -= 1;
    // A page that hangs is not asked again.
    if (ran.kind === 'late') endPage(page, late);
    if (busy === 0) idleTimer = setTimeout(endOpened, idleMs);
    return isClosed ? late : ran;
  }

  /** Whoever waits for it is told; the next one, which others may be at work in already, stays. */
  function endPage(page: Page, as: Ran): void {
    page.end(as);
    if (openedPage === page) openedPage = null;
  }

  function endOpened(): void {
    clearTimeout(idleTimer);
    if (openedPage !== null) endPage(openedPage, late);
  }

  return {
    run: (script) => inPage(({ view }) => view.webContents.executeJavaScript(script)).catch(() => late),
    draw: (toDraw) => inPage((_page, port) => port.ask(toDraw)).catch(() => late),
    close: () => {
      isClosed = true;
      endOpened();
    },
  };
}

const late: Ran = { kind: 'late' };

async function withinTime<Value>(running: Promise<Value | Ran>, timeoutMs: number): Promise<Value | Ran> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Ran>((resolve) => {
    timer = setTimeout(() => resolve(late), timeoutMs);
  });
  return await Promise.race([running, timeout]).finally(() => clearTimeout(timer));
}
