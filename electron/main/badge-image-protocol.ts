import type { Protocol } from 'electron';
import { badgeImageScheme } from '../../shared/ipc/badge-image-url.ts';
import type { BadgePictures } from './badge-pictures.ts';
import { bufferAnswer } from './served.ts';

/**
 * Serves the pictures of badges. A page knows only the schemes that are there when it comes, so that this one is there
 * before the pictures are: who asks early waits for them.
 */
export function serveBadgeImages(
  protocol: Pick<Protocol, 'registerBufferProtocol'>,
  answering: Promise<BadgePictures['answer']>,
): void {
  protocol.registerBufferProtocol(badgeImageScheme, (request, callback) => {
    void answering.then((answer) => answer(request)).then((served) => callback(bufferAnswer(served)));
  });
}
