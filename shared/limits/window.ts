/** What is shown, and the processes that show and read it. */
export const windowLimits = {
  /** Shown names are cut here, so that no badge can push the interface away. In grapheme clusters. */
  shownNameClusters: 200,
  /** A longer name is written smaller in the details, so that the verdict under it stays in sight. */
  longNameCharacters: 80,
  /** A longer DID is shown without its middle, so that it takes one line of the details. */
  shownIdentifierCharacters: 40,
  /** Shown descriptions and narratives: some pages of text. In grapheme clusters. */
  shownTextClusters: 5_000,
  /** A fact inside a message. In grapheme clusters. */
  messageFactClusters: 40,
  /** A name is sorted and ranked by its beginning, and each text of a card is searched so far. In UTF-16 units. */
  comparedCharacters: 200,
  searchedCharacters: 2_000,
  /** A message for a person. In characters. */
  messageCharacters: 200,
  /** The panel of details: narrower cuts its sentences, wider leaves no room for badges. */
  inspectorMinPixels: 280,
  inspectorMaxPixels: 640,
  /** Events to the window: at most one of a kind in this time. */
  progressIntervalMs: 100,
  /** While cards keep coming in, the grid is drawn anew in steps that grow to this: each moves every card. */
  cardsIntervalMs: 1_000,
  /** A page that has not asked for anything by then is slow or broken: the rest of the app no longer waits for it. */
  firstPageMs: 1_000,
  /** A window whose page died is loaded again this often, then no more. */
  pageReloads: 2,
  /** Deaths of the page within this time are one loop. */
  pageLoopMs: 600_000,
  /** How long closing may wait for the library; what was said to be safe is safe long before. */
  closeTimeoutMs: 30_000,
  /** Names of files on the command line of the next start: Windows takes 32 767 characters in all. */
  launchCharacters: 24_000,
  /** Parsing one file in the worker: far above any honest file, far below a person's patience. */
  parseTimeoutMs: 10_000,
  /** The worker, whatever it reads: ten times what honest files need. */
  workerMemoryMiB: 512,
  /** A worker that does not answer its start by then never will: a cold disk needs two seconds. */
  workerStartTimeoutMs: 30_000,
  /** How often the memory of a working worker is looked at. */
  workerMemoryWatchMs: 200,
} as const;
