import { assertNever } from '../../../shared/assert-never.ts';
import { factsOf } from '../../../shared/library/facts-of.ts';
import type { Picture } from '../library/library.ts';
import { pictureOf, pictureOfDataUri } from '../library/picture.ts';
import type { OpenedRow } from './desk-details.ts';

/** The picture of a row's badge: the file itself, or one inside it; null: none that may be shown. */
export function deskPicture({ reading, index, bytes, fileName, completion }: OpenedRow): Picture | null {
  const { picture } = factsOf(reading, index, { fileName, sizeBytes: bytes.length });
  switch (picture.from) {
    case 'none':
      return null;
    case 'file':
      return pictureOf(bytes);
    case 'data':
      return pictureOfDataUri(completion.badge.images[picture.index]?.url ?? '');
    default:
      return assertNever(picture);
  }
}
