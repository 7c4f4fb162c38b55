import type { Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => (await import('./fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron);

import { createPagePrinter } from '../../electron/main/page-printer.ts';

const never = (): Promise<never> => new Promise(() => undefined);

describe('the window that prints', () => {
  let answer: (request: { url: string }) => Response;

  beforeEach(() => {
    electron.windows.length = 0;
    electron.onWindow.mockReset();
  });

  function printer(timeoutMs = 60_000) {
    return createPagePrinter({ session: fakeSession, timeoutMs });
  }

  /** Whatever is asked of a session is taken; only the handler of its scheme is of interest. */
  function fakeSession(): Session {
    const known: Record<string, unknown> = {
      protocol: {
        handle: (_scheme: string, handler: typeof answer) => {
          answer = handler;
        },
      },
      webRequest: { onBeforeRequest: () => undefined },
    };
    // A proxy stands for all of Electron's session.
    return new Proxy({} as Session, { get: (_target, name) => known[String(name)] ?? (() => undefined) });
  }

  /** The next window's page is never printed by itself. */
  function hang(): void {
    electron.onWindow.mockImplementationOnce(() =>
      electron.windows.at(-1)?.webContents.printToPDF.mockImplementation(never),
    );
  }

  async function opened(count: number) {
    await vi.waitFor(() =>
      expect(electron.windows[count - 1]?.webContents.printToPDF).toHaveBeenCalledOnce(),
    );
    return electron.windows[count - 1];
  }

  it('K02 is hidden, sandboxed, without scripts and without a preload, and is gone when it has printed', async () => {
    expect(await printer().print('<p>')).toEqual(Uint8Array.from(Buffer.from('%PDF')));
    const [window] = electron.windows;
    expect(window?.options).toMatchObject({ show: false });
    expect(window?.options.webPreferences).toMatchObject({ sandbox: true, javascript: false });
    expect(window?.options.webPreferences).not.toHaveProperty('preload');
    expect(window?.destroy).toHaveBeenCalledOnce();
  });

  it('gets its one page while that is printed, and nothing at any other address or time', async () => {
    hang();
    const printing = printer().print('<p>mine');
    const window = await opened(1);
    expect(await answer({ url: String(window?.loadURL.mock.calls[0]?.[0]) }).text()).toBe('<p>mine');
    expect(answer({ url: 'app://bundle/index.html' }).status).toBe(404);
    window?.emit('closed');
    await expect(printing).rejects.toMatchObject({ code: 'export/not-printed' });
    expect(await answer({ url: String(window?.loadURL.mock.calls[0]?.[0]) }).text()).toBe('');
  });

  it('J15 that dies of a picture says so at once, and the next page is printed', async () => {
    hang();
    const { print } = printer();
    const [dies, next] = [print('1'), print('2')];
    (await opened(1))?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await expect(dies).rejects.toMatchObject({ code: 'export/not-printed' });
    expect(await next).toHaveLength(4);
    expect(electron.windows[0]?.destroy).toHaveBeenCalledOnce();
  });

  it('K14 that nobody wants any more ends at once, and holds nobody up', async () => {
    hang();
    const { print } = printer();
    const [first, second] = [new AbortController(), new AbortController()];
    const [one, two, three] = [print('1', first.signal), print('2', second.signal), print('3')];
    await opened(1);
    second.abort();
    first.abort();
    await expect(one).rejects.toMatchObject({ code: 'export/not-printed' });
    await expect(two).rejects.toMatchObject({ code: 'export/not-printed' });
    expect(await three).toHaveLength(4);
    expect(electron.windows).toHaveLength(2);
  });

  it('that takes too long is ended', async () => {
    hang();
    await expect(printer(20).print('<p>')).rejects.toMatchObject({ code: 'export/not-printed' });
    expect(electron.windows[0]?.destroy).toHaveBeenCalledOnce();
  });
});
