/** How many checks run at once, how long their answers are fresh, and when the app looks again by itself. */
export const checkLimits = {
  /** Badges that are checked at once against the network. */
  checksAtOnce: 3,
  /** Badges of the library that are read and verified at the same time. */
  libraryChecksAtOnce: 8,
  /** Files that the check desk reads at a time: each is verified at once, so a few keep the worker busy. */
  deskFilesAtOnce: 8,
  /** Hosts that one agreement names: nobody reads more. */
  deskHosts: 500,
  /** After this a fact is old, whatever its source said of how long it holds. */
  staleFactMs: 30 * 24 * 60 * 60 * 1000,
  /** A fact asked at its source stays fresh for a day; after that it is told with its date. */
  freshFactMs: 24 * 60 * 60 * 1000,
  /** Ends of badges: how far ahead and back they are listed, and when one is near enough to be told. */
  endingAheadDays: 366,
  endedAgoDays: 92,
  endingSoonDays: 30,
  /** Whether badges end soon is looked at this often: a day begins at most so much before it is told. */
  endingLookMs: 3_600_000,
  /** Scheduled checks: a site is asked no more often than this, and by chance up to so much later (threat N05). */
  recheckEveryMs: 604_800_000,
  recheckSpreadMs: 259_200_000,
  /** Whether something is due is looked at this often, at least and at most: chance is between. */
  recheckLookLeastMs: 1_200_000,
  recheckLookMostMs: 3_600_000,
  /** Sites that one agreement names, and badges that a summary of checking again keeps: nobody reads more. */
  recheckHosts: 2_000,
  recheckRows: 1_000,
  /** First after a start: the app has other things to do. */
  recheckDelayMs: 120_000,
} as const;
