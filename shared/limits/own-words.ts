/** What a person adds: collections, tags, notes, evidence, addresses, searches. */
export const ownWordsLimits = {
  /** The name of a collection: some words. */
  collectionNameCharacters: 200,
  /** Collections in collections: a tree that a person can still see through. */
  collectionDepth: 12,
  /** A tag of the person's: a word or two. */
  tagCharacters: 100,
  /** A person's note: some pages. It is searched whole, so it is kept whole in memory. */
  noteCharacters: 20_000,
  /** Changes of one note within this time are one step of undo. */
  noteTypingMs: 300_000,
  /** Own evidence: its text or address, its title, how many for one badge, and one file. */
  evidenceTextCharacters: 20_000,
  evidenceTitleCharacters: 300,
  evidencePerBadge: 100,
  evidenceFileBytes: 100_000_000,
  /** Of a saved search: its words, and values of one filter. */
  searchCharacters: 500,
  searchFilterValues: 200,
  /** Removed badges stay in the bin for so many days. */
  binDays: 30,
  /** An address: 64 characters, the sign, and 255 (RFC 5321, 4.5.3.1). */
  identityCharacters: 320,
  /** What a person calls an address: a few words. */
  identityLabelCharacters: 200,
} as const;
