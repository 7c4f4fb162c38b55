/** ZIP archives, which may unpack to anything. */
export const archiveLimits = {
  /** A ZIP archive: a life of badges from one platform; its entries, and what they unpack to in all. */
  zipBytes: 500_000_000,
  zipEntries: 10_000,
  zipTotalBytes: 2_000_000_000,
  /** Files that are read while another is written into an archive: enough that the writing waits for none. */
  zipFilesAhead: 4,
  /** Unpacked to packed: pictures and texts stay far below. What is small may be as dense as it likes. */
  zipRatio: 200,
  zipRatioFloorBytes: 1_000_000,
  /** The table of contents: 10 000 entries with long names take some 2 MB. */
  zipDirectoryBytes: 16_000_000,
  /** Read at once from the end of an archive: a small one is whole in it. */
  zipFirstPieceBytes: 1_000_000,
  /** Archives in archives: one inside the one that was added. Such an inner one is held in memory. */
  zipNesting: 1,
  zipInsideBytes: 50_000_000,
} as const;
