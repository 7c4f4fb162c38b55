import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';

/** What is to be said of a picture that carries a signed badge: anybody can put one into another picture. */
export function pictureNote({ container, badge }: Pick<BadgeDetails, 'container' | 'badge'>): string | null {
  const isInPicture = /^(?:png|svg)\//.test(container);
  return isInPicture && badge.form !== 'hosted' ? detailsWords.pictureNotSigned : null;
}
