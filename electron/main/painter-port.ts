import { MessageChannelMain, type WebContents } from 'electron';
import {
  type PainterAnswer,
  type PainterQuestion,
  type PictureToDraw,
  painterPortName,
} from '../../shared/ipc/painter-port.ts';

/** The way to a page that draws: pictures go there, drawings come back. */
export interface PainterPort {
  /** What the page answered, which may be anything. Whoever asks a page that has ended waits for ever. */
  ask(picture: PictureToDraw): Promise<unknown>;
}

/** To be opened once, when the page is there; it ends with the page. */
export function openPainterPort(contents: Pick<WebContents, 'postMessage'>): PainterPort {
  const { port1, port2 } = new MessageChannelMain();
  const waiting = new Map<unknown, (bytes: unknown) => void>();
  let lastId = 0;
  port1.on('message', ({ data }) => {
    // Whatever came, its members are looked at one by one.
    const { id, bytes } = Object(data) as { readonly [Name in keyof PainterAnswer]?: unknown };
    waiting.get(id)?.(bytes);
    waiting.delete(id);
  });
  port1.start();
  contents.postMessage(painterPortName, null, [port2]);
  return {
    ask: (picture) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        port1.postMessage({ id: lastId, picture } satisfies PainterQuestion);
      }),
  };
}
