/** PDFs, saved pages and shortcuts that badges lie in, and what is printed. */
export const documentLimits = {
  /** An exported page, and what of it is no base64: the words of thousands of badges. */
  pageBytes: 1_500_000_000,
  pageBonesBytes: 24_000_000,
  /** A PDF: an honest certificate has some hundred objects and some ten thousand values. */
  pdfObjects: 100_000,
  pdfValues: 500_000,
  pdfDepth: 64,
  pdfFilters: 4,
  /** A name in a PDF whose escapes are undone: its standard advises 127. */
  pdfNameCharacters: 4_096,
  /** What the streams of one PDF unpack to in all: its packed objects and the files attached to it. */
  pdfInflatedBytes: 50_000_000,
  /** A PDF of ours on its way back: it is looked through in memory, with copies of it, in a worker. */
  pdfExportBytes: 100_000_000,
  /** Files attached to one PDF that are looked into: a portfolio has some hundreds. */
  pdfAttachments: 1_000,
  /** The picture of an attached badge is shown with it up to this size; larger ones cost too much to pass on. */
  pdfPictureBytes: 2_000_000,
  /** Tags of a page that are looked at, and what may be a badge in it. */
  pageTags: 100_000,
  pageCandidates: 50,
  /** Links of a page that are tried for its badge. */
  pageLinksTried: 3,
  /** A page with its pictures in one file (MHTML): honest ones have some hundred parts. */
  pageParts: 1_000,
  /** A shortcut is a line or two; macOS writes some hundred bytes. */
  shortcutBytes: 65_536,
  /** A report of thousands of badges takes Chromium a minute to print. */
  printTimeoutMs: 180_000,
} as const;
