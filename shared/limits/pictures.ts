/** Badge images as they come, small pictures in the grid, cards to share, and codes in pictures. */
export const pictureLimits = {
  /** A badge image: the largest seen in the wild is under 6 MB; 25 MB leaves room for APNG. */
  imageFileBytes: 25_000_000,
  /** A picture's side and area: beyond these a decoder may ask for gigabytes. */
  pngSidePixels: 16_384,
  pngPixels: 40_000_000,
  /** Parts of one PNG file: honest ones have some tens. */
  pngChunks: 50_000,
  /** Different credentials in one picture: more than one is odd, more than a few is an attack. */
  payloadsPerImage: 8,
  /** The longer side of a badge in the grid, with room for dense screens. */
  thumbnailPixels: 256,
  /** A small picture as WebP: honest ones have some 10 kB, noise has 50. */
  thumbnailBytes: 200_000,
  /** Small pictures that are kept: some 200 MB. */
  thumbnailFiles: 20_000,
  /** Small pictures that wait to be drawn: more than the largest screen shows. */
  thumbnailsWaiting: 500,
  /** Small pictures that are made at the same time: while one is read, another is decoded and a third is packed. */
  thumbnailsAtOnce: 4,
  /** Pictures up to this area are decoded whole and beside each other: four take 64 MB. Larger ones, one after another. */
  besidePixels: 4_000_000,
  /** The process that draws small pictures, some 200 MB, ends when it had nothing to draw for this long. */
  painterIdleMs: 5_000,
  /** A picture that was asked for this shortly before the page died is under suspicion. */
  pictureSuspicionMs: 5_000,
  /** A picture card: as large as networks show one. In pixels; drawn with noise its file has some 2 MB. */
  cardWidthPixels: 1_200,
  cardHeightPixels: 630,
  cardBytes: 4_000_000,
  /** A picture on a card, at most; larger ones are scaled down while they are decoded. In pixels. */
  cardPicturePixels: 680,
  /** Drawing a card with its pictures: honest ones take a tenth of a second. */
  cardTimeoutMs: 15_000,
  /** The card inside an embed snippet, at half its width: honest ones have some 20 kB. */
  embedPictureBytes: 100_000,
  /** Pictures are looked at for a code up to this area: screenshots have some 5 megapixels, and decoding costs time. */
  codePixels: 8_000_000,
  /** Scans of a progressive JPEG: honest ones have ten. */
  jpegScans: 32,
  /** Looking for a code in one picture: an honest one is found in some tens. In milliseconds. */
  codeTimeoutMs: 400,
  /** The longest address that is drawn as a code: more makes one that telephones no longer read on paper. */
  codeLinkCharacters: 300,
} as const;
