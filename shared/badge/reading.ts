import type { Badge, ReadingNote } from './model.ts';

/** What one file turned out to hold. */
export interface Reading {
  /**
   * Where the credential was: `png/iTXt:openbadges`, `svg/cdata`, `svg/body`, `svg/verify`, `json`, `jws`, `vc-jwt`,
   * `sd-jwt`, `url`, `pdf/info:openbadges`, `pdf/xmp`, `pdf/attachment`, `page`, `code`.
   */
  readonly container: string;
  /** Media type of the file itself: `image/png`, `image/svg+xml`, `application/json`, `text/plain`, `application/pdf`, `text/html`, `multipart/related`, `image/jpeg`. */
  readonly mediaType: string;
  /** Each badge inside, with the way to it inside the file (empty for the file's own badge). */
  readonly badges: readonly FoundBadge[];
  readonly notes: readonly ReadingNote[];
}

export interface FoundBadge {
  readonly path: readonly string[];
  readonly badge: Badge;
}
