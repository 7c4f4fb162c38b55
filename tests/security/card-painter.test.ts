import type { Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => (await import('./fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron);

import { createCardPainter } from '../../electron/main/card-painter.ts';
import type { Picture } from '../../electron/node/library/library.ts';
import { limits } from '../../shared/limits.ts';
import type { ShareCard } from '../../shared/social/share-card.ts';
import { pngWith, tEXt } from '../factories/png.ts';
import { xssPayloads } from '../factories/xss-payloads.ts';
import { fakeProtocol } from './fake-protocol.ts';

const picture: Picture = { bytes: new Uint8Array([7]), mediaType: 'image/png' };
const small = Uint8Array.from(Buffer.from('RIFF\x04\x00\x00\x00WEBP', 'latin1'));
const png = ofSize(
  pngWith([tEXt('Software', 'mk-private')]),
  limits.cardWidthPixels,
  limits.cardHeightPixels,
);
const card: ShareCard = {
  title: 'Welding',
  lines: [],
  verdict: { text: 'Not checked', tone: 'calm' },
  howToCheck: 'Ask.',
  pictures: 1,
  more: 0,
};

/** The sizes in a header are all that is read of it here. */
function ofSize(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return copy;
}

describe('the page that draws cards', () => {
  let ask: ReturnType<typeof fakeProtocol>['ask'];

  beforeEach(() => {
    electron.views.length = 0;
    electron.executeJavaScript.mockReset().mockResolvedValue({ png, small });
  });

  function painter() {
    return createCardPainter({
      session: fakeSession,
      pageFolder: '/nowhere',
      preloadFile: '/nowhere/painter.cjs',
    });
  }

  /** Whatever is asked of a session is taken; only the handler of its scheme is of interest. */
  function fakeSession(): Session {
    const { protocol, ask: asking } = fakeProtocol();
    ask = asking;
    const known: Record<string, unknown> = { protocol, webRequest: { onBeforeRequest: () => undefined } };
    // A proxy stands for all of Electron's session.
    return new Proxy({} as Session, { get: (_target, name) => known[String(name)] ?? (() => undefined) });
  }

  it('N10 gives a PNG with nothing in it but what is seen', async () => {
    const drawing = await painter().draw(card, [picture]);
    expect(Buffer.from(png).includes('mk-private')).toBe(true);
    expect(Buffer.from(drawing?.png ?? []).includes('mk-private')).toBe(false);
    expect(drawing?.png.length).toBeGreaterThan(50);
  });

  it('gets the pictures of the card that is being drawn, by their places, and none at any other time', async () => {
    const during: number[] = [];
    electron.executeJavaScript.mockImplementationOnce(async () => {
      for (const name of ['0', '1', '2', '-1', 'length', '__proto__', '0/../1'])
        during.push((await ask(`app://painter/picture/${name}`)).status);
      return { png, small };
    });
    await painter().draw(card, [picture, null]);
    expect(during).toEqual([200, 404, 404, 404, 404, 404, 404]);
    expect((await ask('app://painter/picture/0')).status).toBe(404);
  });

  it.each(xssPayloads)('K15 gets the words as values, never as script: %j', async (title) => {
    await painter().draw({ ...card, title, lines: [title] }, []);
    const [script] = electron.executeJavaScript.mock.calls[0] ?? [];
    const drawCard = vi.fn();
    new Function('drawCard', String(script))(drawCard);
    expect(drawCard).toHaveBeenCalledExactlyOnceWith({ ...card, title, lines: [title] }, []);
  });

  it.each([
    ['nothing', null],
    ['text', 'PNG'],
    ['a picture of another size', { png: ofSize(png, 1_200, 631), small }],
    ['another kind of picture', { png: small, small }],
    ['no small one', { png, small: png }],
    ['a large small one', { png, small: new Uint8Array(limits.embedPictureBytes + 1) }],
    ['more than was asked for', { png: new Uint8Array(limits.cardBytes + 1), small }],
    ['a broken one', { png: png.subarray(0, 60), small }],
  ])('is not believed when it answers %s', async (_what, answer) => {
    electron.executeJavaScript.mockResolvedValue(answer);
    expect(await painter().draw(card, [])).toBeNull();
  });

  it('J15 that dies of a picture draws the words without it, in a new page', async () => {
    const { draw } = painter();
    electron.executeJavaScript.mockReturnValueOnce(new Promise(() => undefined));
    const drawing = draw(card, [picture]);
    await vi.waitFor(() => expect(electron.executeJavaScript).toHaveBeenCalledTimes(1));
    electron.views.at(-1)?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(await drawing).not.toBeNull();
    expect(electron.views).toHaveLength(2);
    expect(electron.executeJavaScript.mock.calls[1]?.[0]).toMatch(/, \[\]\)$/);
  });

  it('draws one card after the other', async () => {
    const { draw } = painter();
    let atOnce = 0;
    let most = 0;
    electron.executeJavaScript.mockImplementation(async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce -= 1;
      return { png, small };
    });
    await Promise.all([draw(card, [picture]), draw(card, []), draw(card, [null])]);
    expect(most).toBe(1);
  });
});
