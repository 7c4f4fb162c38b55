import type { Protocol } from 'electron';
import { badgeImageScheme } from '../../shared/ipc/badge-image-url.ts';
import type { BadgePictures } from './badge-pictures.ts';

/**
 * Serves the pictures of badges. A page knows only the schemes that are there when it comes, so that this one is there
 * before the pictures are: who asks early waits for them.
 */
export function serveBadgeImages(
  protocol: Pick<Protocol, 'handle'>,
  answering: Promise<BadgePictures['answer']>,
): void {
  protocol.handle(badgeImageScheme, async (request) => (await answering)(request));
}
