/** The scheme under which the window asks for the picture of a badge. */
export const badgeImageScheme = 'badge-img';

/** `whole`: the picture as the issuer made it. `thumbnail`: a small one that the app drew from it. */
export type BadgeImageSize = 'whole' | 'thumbnail';

const badgeImagePattern = /^badge-img:\/\/(badge|thumbnail)\/([0-9a-f]{64}(?:\.[0-9]{1,5})?)$/;
const deskImagePattern = /^badge-img:\/\/desk\/(f[0-9]{1,6}\.[0-9]{1,5})$/;

/**
 * The address of a badge's picture: `badge-img://badge/<badge id>`. An opaque id, never a path. The id stands in the
 * path because a host that ends in a number (`….2`) would be read as an IPv4 address.
 */
export function badgeImageUrl(badgeId: string): string {
  return `${badgeImageScheme}://badge/${badgeId}`;
}

/** The address of the thumbnail of a picture, `badge-img://thumbnail/<badge id>`; anything else as it is. */
export function thumbnailUrl(imageUrl: string | null): string | null {
  const asked = readBadgeImageUrl(imageUrl ?? '');
  return asked === null ? imageUrl : `${badgeImageScheme}://thumbnail/${asked.badgeId}`;
}

/** What such an address asks for, or null for any other text: a traversal, an encoded one, a query, a fragment. */
export function readBadgeImageUrl(
  url: string,
): { readonly badgeId: string; readonly size: BadgeImageSize } | null {
  const [, host, badgeId] = badgeImagePattern.exec(url) ?? [];
  return badgeId === undefined ? null : { badgeId, size: host === 'thumbnail' ? 'thumbnail' : 'whole' };
}

/** The address of the picture of a row of the check desk: `badge-img://desk/<row id>`. It is never drawn small and kept. */
export function deskImageUrl(rowId: string): string {
  return `${badgeImageScheme}://desk/${rowId}`;
}

/** The row whose picture such an address asks for; null for any other text. */
export function readDeskImageUrl(url: string): string | null {
  return deskImagePattern.exec(url)?.[1] ?? null;
}
