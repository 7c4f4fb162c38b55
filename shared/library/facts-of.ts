import { completeBadge } from '../badge/complete-badge.ts';
import { dateText } from '../badge/dates.ts';
import { sameBadgeKey } from '../badge/identity.ts';
import type { Badge } from '../badge/model.ts';
import type { Reading } from '../badge/reading.ts';
import { lastPart } from '../last-part.ts';
import { limits } from '../limits.ts';
import { type BadgeFacts, factText } from './facts.ts';

/** The facts of the `index`-th badge of a file that was read. `fileName` may be a path: its last part is kept. */
export function factsOf(
  reading: Reading,
  index: number,
  file: { readonly fileName: string; readonly sizeBytes: number },
): BadgeFacts {
  const found = reading.badges[index];
  if (found === undefined) throw new RangeError('no such badge in this file');
  const { badge, path } = found;
  const skills = [...new Set(badge.alignments.map(({ name }) => name.trim()))].filter(Boolean);
  const links = completeBadge(badge, () => null).asked.filter((url) => url.length <= limits.factCharacters);
  return {
    name: factText(badge.name),
    description: factText(badge.description ?? ''),
    issuerName: factText(badge.issuer.name ?? ''),
    issuerId: factText(badge.issuer.id ?? badge.issuer.url ?? ''),
    version: badge.version,
    form: badge.form,
    issuedOn: dateText(badge.issuedOn ?? badge.validFrom),
    expires: dateText(badge.expires),
    tags: badge.tags.slice(0, limits.factTags).map((tag) => factText(tag, limits.shownNameClusters)),
    recipients: badge.recipients.slice(0, limits.factRecipients).map((recipient) => ({ ...recipient })),
    picture: pictureOf(badge, index, reading),
    container: reading.container,
    pathIndex: index,
    mediaType: reading.mediaType,
    sizeBytes: file.sizeBytes,
    fileName: factText(lastPart(file.fileName), limits.fileNameCharacters),
    sameBadgeKey: sameBadgeKey(badge),
    ...(skills.length === 0
      ? {}
      : {
          skills: skills.slice(0, limits.factTags).map((skill) => factText(skill, limits.shownNameClusters)),
        }),
    ...(links.length === 0 ? {} : { links }),
    ...(path.length === 0 ? {} : { path: [...path] }),
    ...(badge.object === 'container' ? { isContainer: true } : {}),
  };
}

/** The id of the `index`-th badge of a file: the file's hash, and for the second and later ones `.1`, `.2`, … */
export function badgeIdOf(sha256: string, index: number): string {
  return index === 0 ? sha256 : `${sha256}.${index}`;
}

/** The file's hash out of a badge's id. */
export function sha256Of(badgeId: string): string {
  return badgeId.slice(0, 64);
}

/** Data URIs whose picture may be shown; the bytes decide again when they are decoded. */
export const dataPicturePattern = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

function pictureOf(badge: Badge, index: number, { mediaType, container }: Reading): BadgeFacts['picture'] {
  // A picture of a code shows no badge.
  const isPicture = (mediaType === 'image/png' || mediaType === 'image/svg+xml') && container !== 'code';
  if (isPicture && index === 0) return { from: 'file' };
  const own = badge.images.findIndex((image) => dataPicturePattern.test(image.url));
  if (own >= 0) return { from: 'data', index: own };
  return { from: isPicture ? 'file' : 'none' };
}
