import type { Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => (await import('./fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron);

import { createPainter } from '../../electron/main/painter.ts';
import type { Picture } from '../../electron/node/library/library.ts';
import type { PictureToDraw } from '../../shared/ipc/painter-port.ts';
import { pngWith } from '../factories/png.ts';
import type { FakeContents } from './fake-electron.ts';
import { fakeProtocol } from './fake-protocol.ts';

const png: Picture = { bytes: new Uint8Array([7]), mediaType: 'image/png' };
const webp = Uint8Array.from(Buffer.from('RIFF\x04\x00\x00\x00WEBP', 'latin1'));

describe('the page that draws thumbnails', () => {
  let ask: ReturnType<typeof fakeProtocol>['ask'];
  let made: number;
  let picture: Picture | null | 'not to be read';

  beforeEach(() => {
    electron.views.length = 0;
    electron.drawPicture.mockReset().mockResolvedValue(null);
    electron.channels.length = 0;
    made = 0;
    picture = png;
  });

  function painter(timeoutMs = 1_000) {
    return createPainter({
      session: fakeSession,
      pageFolder: '/nowhere',
      preloadFile: '/nowhere/painter.cjs',
      picture: async () => {
        if (picture === 'not to be read') throw new Error('EIO');
        return picture;
      },
      sidePixels: 256,
      maxBytes: 100,
      timeoutMs,
      idleMs: 1_000,
    });
  }

  /** Whatever is asked of a session is taken; only the handler of its scheme is of interest. */
  function fakeSession(): Session {
    made += 1;
    const { protocol, ask: asking } = fakeProtocol();
    ask = asking;
    const known: Record<string, unknown> = { protocol, webRequest: { onBeforeRequest: () => undefined } };
    // A proxy stands for all of Electron's session.
    return new Proxy({} as Session, { get: (_target, name) => known[String(name)] ?? (() => undefined) });
  }

  /** The contents of the page, once it draws. */
  async function busyPage(calls: number): Promise<FakeContents> {
    await vi.waitFor(() => expect(electron.drawPicture).toHaveBeenCalledTimes(calls));
    // A page that draws is there.
    return electron.views.at(-1)?.webContents as FakeContents;
  }

  it('is sandboxed, isolated, and has a session of its own; its preload is handed one port, and nothing else', async () => {
    await painter().draw('ab');
    // The painter gives them.
    const webPreferences = electron.views[0]?.options.webPreferences as Record<string, unknown>;
    expect(webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(webPreferences.preload).toBe('/nowhere/painter.cjs');
    expect(webPreferences.session).toBeDefined();
    expect(made).toBe(1);
    const { loadURL, postMessage } = electron.views[0]?.webContents ?? {};
    expect(loadURL?.mock.calls).toEqual([['app://painter/painter.html']]);
    expect(postMessage?.mock.calls).toEqual([['painter.port', null, [electron.channels[0]?.port2]]]);
  });

  it('gets the pictures that are being drawn, as plain bytes, and no other at any time', async () => {
    const drawing = painter();
    const during: Response[] = [];
    electron.drawPicture.mockImplementationOnce(async () => {
      during.push(await ask('app://painter/picture/ab'));
      return webp;
    });
    expect(await drawing.draw('ab')).toEqual({ kind: 'drawn', bytes: webp });
    expect(during.map(({ status }) => status)).toEqual([200]);
    expect(during[0]?.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect((await ask('app://painter/picture/ab')).status).toBe(404);
    for (const url of ['app://bundle/index.html', 'app://painter/../main/index.js', 'app://painter/x.exe'])
      expect([url, (await ask(url)).status]).toEqual([url, 404]);
  });

  it('may load its own scripts and its own pictures, and nothing else from anywhere', async () => {
    await painter().draw('ab');
    const answer = await ask('app://painter/painter.html');
    expect(answer.headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
    ]);
  });

  it.each([
    ['nothing', null],
    ['text', 'RIFF'],
    ['another kind of picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['more than was asked for', new Uint8Array(101)],
  ])('is not believed when it answers %s', async (_what, answer) => {
    electron.drawPicture.mockResolvedValueOnce(answer);
    expect(await painter().draw('ab')).toEqual({ kind: 'impossible' });
  });

  it('J15 that dies of a picture says so, and the next picture gets a new page', async () => {
    const { draw } = painter();
    electron.drawPicture.mockReturnValueOnce(new Promise(() => undefined));
    const drawing = draw('ab');
    (await busyPage(1)).emit('render-process-gone', {}, { reason: 'crashed' });
    expect(await drawing).toEqual({ kind: 'deadly' });
    await draw('cd');
    expect(electron.views).toHaveLength(2);
    expect(made).toBe(1);
  });

  it('gets a small PNG itself, and of any other picture its address alone', async () => {
    const { draw } = painter();
    const [small, large] = [pngOf(600, 400), pngOf(16_384, 2_000)];
    const jpeg: Picture = { bytes: new Uint8Array([0xff, 0xd8, 0xff]), mediaType: 'image/jpeg' };
    for (const one of [small, large, jpeg]) {
      picture = one;
      await draw('ab');
    }
    const [asked, ...others] = electron.drawPicture.mock.calls.map(([given]) => given);
    expect(asked).toEqual({ bytes: small.bytes, address: '/picture/ab', sidePixels: 256 });
    for (const other of others)
      expect(other).toEqual({ bytes: null, address: '/picture/ab', sidePixels: 256 });
  });

  it('is not heard where it answers what was not asked', async () => {
    electron.drawPicture.mockReturnValueOnce(new Promise(() => undefined));
    const drawing = painter().draw('ab');
    await busyPage(1);
    for (const data of [null, undefined, 'text', 7, {}, { id: 2, bytes: webp }, { id: '1', bytes: webp }])
      electron.channels[0]?.port1.emit('message', { data });
    electron.channels[0]?.port1.emit('message', { data: { id: 1, bytes: webp } });
    electron.channels[0]?.port1.emit('message', { data: { id: 1, bytes: null } });
    expect(await drawing).toEqual({ kind: 'drawn', bytes: webp });
  });

  it('J15 that dies of one of several draws each again alone, and blames the right one', async () => {
    const { draw } = painter();
    const asked: string[] = [];
    electron.drawPicture.mockImplementation((given) => {
      // The painter asks by address.
      asked.push((given as PictureToDraw).address);
      const isDeadly = asked.at(-1) === '/picture/bad';
      // In company nobody answers; alone, the bad one ends its page and the others are drawn.
      if (asked.length <= 3 || isDeadly) return new Promise(() => undefined);
      return Promise.resolve(webp);
    });
    const all = ['ab', 'bad', 'cd'].map((id) => draw(id));
    (await busyPage(3)).emit('render-process-gone', {}, { reason: 'crashed' });
    await vi.waitFor(() => expect(asked.filter((address) => address === '/picture/bad')).toHaveLength(2));
    electron.views.at(-1)?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    const kept = { kind: 'drawn', bytes: webp };
    expect(await Promise.all(all)).toEqual([kept, { kind: 'deadly' }, kept]);
  });

  it('that is let go of and ends late does not take the next one with it', async () => {
    const { draw } = painter(20);
    electron.drawPicture.mockReturnValueOnce(new Promise(() => undefined));
    expect(await draw('ab')).toEqual({ kind: 'late' });
    electron.drawPicture.mockResolvedValue(webp);
    expect(await draw('cd')).toEqual({ kind: 'drawn', bytes: webp });
    electron.views[0]?.webContents.emit('render-process-gone', {}, { reason: 'killed' });
    expect(await draw('ef')).toEqual({ kind: 'drawn', bytes: webp });
    expect(electron.views).toHaveLength(2);
  });

  it('that is killed from outside, or hangs, says nothing of the picture', async () => {
    const { draw } = painter(20);
    electron.drawPicture.mockReturnValue(new Promise(() => undefined));
    const killed = draw('ab');
    (await busyPage(1)).emit('render-process-gone', {}, { reason: 'killed' });
    expect(await killed).toEqual({ kind: 'late' });
    expect(await draw('cd')).toEqual({ kind: 'late' });
    await vi.waitFor(() => expect(electron.views[1]?.webContents.close).toHaveBeenCalled());
  });

  it('that does not open ends after its time, and the next picture gets a new one', async () => {
    const { draw } = painter(20);
    electron.onView.mockImplementationOnce((view) =>
      view.webContents.loadURL.mockReturnValue(new Promise(() => undefined)),
    );
    expect(await draw('ab')).toEqual({ kind: 'late' });
    expect(electron.views[0]?.webContents.close).toHaveBeenCalled();
    electron.drawPicture.mockResolvedValue(webp);
    expect(await draw('cd')).toEqual({ kind: 'drawn', bytes: webp });
  });

  it('that dies while it opens says nothing of the picture, at once', async () => {
    electron.onView.mockImplementationOnce((view) =>
      view.webContents.loadURL.mockReturnValue(new Promise(() => undefined)),
    );
    const drawing = painter(60_000).draw('ab');
    await vi.waitFor(() => expect(electron.views).toHaveLength(1));
    electron.views[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(await drawing).toEqual({ kind: 'late' });
  });

  it('that is ended for one that hangs keeps nobody waiting who drew beside it', async () => {
    const { draw, close } = painter(60_000);
    electron.drawPicture.mockReturnValue(new Promise(() => undefined));
    const both = [draw('ab'), draw('cd')];
    await busyPage(2);
    close();
    expect(await Promise.all(both)).toEqual([{ kind: 'late' }, { kind: 'late' }]);
    expect(electron.views[0]?.webContents.close).toHaveBeenCalledOnce();
  });

  it('is not opened for a picture that cannot be read now, of which nothing is known', async () => {
    picture = 'not to be read';
    expect(await painter().draw('ab')).toEqual({ kind: 'unread' });
    expect(electron.views).toHaveLength(0);
  });

  it('is not opened for a badge without a picture, nor after the end', async () => {
    const { draw, close } = painter();
    picture = null;
    expect(await draw('ab')).toEqual({ kind: 'impossible' });
    close();
    picture = png;
    expect(await draw('ab')).toEqual({ kind: 'late' });
    expect(electron.views).toHaveLength(0);
  });
});

function pngOf(width: number, height: number): Picture {
  const bytes = Uint8Array.from(pngWith([]));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return { bytes, mediaType: 'image/png' };
}
