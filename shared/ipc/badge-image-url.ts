/** The scheme under which the window asks for the picture of a badge. */
export const badgeImageScheme = 'badge-img';

const badgeImagePattern = /^badge-img:\/\/badge\/([0-9a-f]{64}(?:\.[0-9]{1,5})?)$/;

/**
 * The address of a badge's picture: `badge-img://badge/<badge id>`. An opaque id, never a path. The id stands in the
 * path because a host that ends in a number (`….2`) would be read as an IPv4 address.
 */
export function badgeImageUrl(badgeId: string): string {
  return `${badgeImageScheme}://badge/${badgeId}`;
}

/** The badge id of such an address, or null for any other text: a traversal, an encoded one, a query, a fragment. */
export function badgeIdOfImageUrl(url: string): string | null {
  return badgeImagePattern.exec(url)?.[1] ?? null;
}
