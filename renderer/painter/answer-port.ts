import { type PainterAnswer, type PainterQuestion, painterPortName } from '../../shared/ipc/painter-port.ts';
import { drawThumbnail } from './draw-thumbnail.ts';

// The preload passes on the one port that main opens, and nobody else is here to send any.
addEventListener('message', ({ data, ports: [port] }) => {
  if (data === painterPortName && port !== undefined) answerPort(port);
});

/** Draws each picture that comes by it, as many at a time as come. */
function answerPort(port: MessagePort): void {
  port.onmessage = async ({ data }: MessageEvent<PainterQuestion>) => {
    const bytes = await drawThumbnail(data.picture);
    // Not transferred: main's end takes no memory over, and would not say so.
    port.postMessage({ id: data.id, bytes } satisfies PainterAnswer);
  };
}
