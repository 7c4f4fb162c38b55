/** Taking in and keeping: files of an import, what is kept of a badge, the journal. */
export const libraryLimits = {
  /** One import: what a person may drop at once. */
  importFiles: 20_000,
  /** Imports whose rows can be looked at again, and rows of them in all. */
  keptImports: 10,
  keptImportRows: 20_000,
  /** Folders in folders: nobody files deeper, and links cannot lead round in a circle. */
  folderDepth: 32,
  /** Files of one import that are read and written at the same time, and their bytes in memory. */
  importFilesAtOnce: 64,
  importBytesAtOnce: 64_000_000,
  /** Files of a folder whose facts are asked for at once. */
  filesLookedAtOnce: 64,
  /** Memory that files of a long list are read into, one after another: most badges are smaller. */
  lentFileBytes: 262_144,
  /** What the library keeps of a badge's texts for cards and search; the rest is read from the original again. */
  factCharacters: 2_000,
  factTags: 100,
  fileNameCharacters: 255,
  factRecipients: 50,
  /** One journal line: a report with very many checks stays far below; beyond it a line is damage. */
  journalLineBytes: 8 * 1024 * 1024,
  /** The changes of one record: an action with more is written as several records. Half of a line, for its envelope. */
  recordBytes: 4 * 1024 * 1024,
  /** Journals of other devices are looked at this often where the system does not tell of changes. */
  journalPollMs: 5_000,
  /** A synchronisation writes in bursts: journals are read this long after the first sign. */
  journalSettleMs: 200,
  /** The end of the year 9999: no clock shows a later time, and records go on after it. */
  latestRecordMs: 253_402_300_799_999,
  /** Temporary files older than this belong to nobody any more. */
  oldTemporaryMs: 86_400_000,
  /** Virus scanners on Windows hold a fresh file for a moment; after ten seconds it is something else that holds it. */
  heldFileMs: 10_000,
} as const;
