import { BrowserWindow, type Session } from 'electron';
import { CodedError } from '../../shared/errors.ts';
import { withResolvers } from '../node/with-resolvers.ts';
import { appScheme, printerPage } from './app-origin.ts';
import { secureSession } from './security.ts';

/** Prints pages of our own making to PDF, in a window that nobody sees. */
export interface PagePrinter {
  /**
   * Tagged, with an outline. The page runs no script and loads nothing. Rejects with `export/not-printed`: at once where
   * its process ends, and where the signal says that nobody wants it any more.
   */
  print(html: string, signal?: AbortSignal): Promise<Uint8Array>;
}

export interface PagePrinterOptions {
  /** A session of its own, which answers one address: the page that is printed. */
  readonly session: () => Session;
  readonly timeoutMs: number;
}

export function createPagePrinter({ session, timeoutMs }: PagePrinterOptions): PagePrinter {
  let securedSession: Session | null = null;
  let current = '';
  let last: Promise<unknown> = Promise.resolve();

  function ownSession(): Session {
    if (securedSession !== null) return securedSession;
    securedSession = session();
    secureSession(securedSession);
    securedSession.protocol.handle(appScheme, ({ url }) =>
      url === printerPage
        ? new Response(current, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
        : new Response(null, { status: 404 }),
    );
    return securedSession;
  }

  async function printNow(html: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
    if (signal?.aborted === true) throw new CodedError('export/not-printed');
    current = html;
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: ownSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        javascript: false,
        spellcheck: false,
        devTools: false,
      },
    });
    const { promise: ended, reject: end } = withResolvers<never>();
    const stop = (): void => end(new Error('ended'));
    window.webContents.once('render-process-gone', stop);
    window.once('closed', stop);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const pdf = window.loadURL(printerPage).then(() =>
        window.webContents.printToPDF({
          pageSize: 'A4',
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
          preferCSSPageSize: true,
        }),
      );
      return new Uint8Array(await within(Promise.race([pdf, ended]), timeoutMs));
    } catch (cause) {
      throw new CodedError('export/not-printed', {}, { cause });
    } finally {
      current = '';
      signal?.removeEventListener('abort', stop);
      window.destroy();
    }
  }

  return {
    print: (html, signal) => {
      const turn = last.then(() => printNow(html, signal));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function within<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too long')), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
