/** Portfolios, their exports, and what is handed out with them. */
export const portfolioLimits = {
  /** A portfolio as it is kept: names, longer words, and how much of each. */
  portfolioNameCharacters: 300,
  portfolioWordsCharacters: 20_000,
  portfolioSections: 100,
  portfolioBadges: 5_000,
  portfolioEvidence: 20,
  /** Saved portfolios; the size of one as JSON, with room for a longer one before it in the same journal line. */
  portfolios: 500,
  portfolioRecordCharacters: 1_500_000,
  /** Words typed into a portfolio are kept so long after the last one; each keeping is a record of the whole. */
  portfolioPauseMs: 1_500,
  /** Badges offered at once for a section: whoever looks for another one types. */
  portfolioChoices: 300,
  /** For whom an export was, and how many exports the list shows. */
  receiptWordsCharacters: 300,
  shownReceipts: 500,
  /** A preview follows the typing: more than these nobody looks through in it. */
  previewBadges: 100,
  /** A signed export is read and checked whole, by us and by others: no more than any credential may be. */
  signedExportBytes: 5 * 1024 * 1024,
  /** What whoever asks for a presentation may want to be signed along: a site and a number used once. */
  proofWordsCharacters: 300,
  /** A link that may be opened in the person's browser. In characters. */
  linkCharacters: 2_048,
  /** A badge's page or id in a link to LinkedIn, percent-encoded: with two names beside them it stays a link. In characters. */
  linkedInValueCharacters: 600,
} as const;
