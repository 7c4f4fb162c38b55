/** What a host is asked for, how often, and how much of its answer is read. */
export const networkLimits = {
  /** An address that is asked: servers take no longer ones. */
  documentUrlCharacters: 8_192,
  /** Hosts that a person agrees to ask for one badge: its page's, its data's, and where those send us on. */
  agreedHosts: 5,
  /** How often a request may be sent on, and how long it may take in all. */
  httpRedirects: 5,
  httpTimeoutMs: 10_000,
  /** A connection that nobody uses is closed: the documents of one badge come right after one another. */
  keepAliveMs: 1_000,
  /** For a name server's own word on whether there is such a name; the system has said already that it knows none. */
  nameServerMs: 2_000,
  /** One answer: a document is no larger than a credential, a picture smaller than a file; and its head. */
  httpJsonBytes: 5 * 1024 * 1024,
  httpImageBytes: 10 * 1024 * 1024,
  httpHeaderBytes: 16_384,
  /** An ETag or a date that is kept with a captured document. */
  httpValidatorCharacters: 200,
  /** Documents that one badge may make us ask for: honest ones need five or so. */
  fetchesPerBadge: 24,
  /** So that no site feels attacked by a library of its badges. */
  fetchesPerHostAtOnce: 4,
  /** Earlier versions of an issuer's documents that are looked through for a key that it no longer lists. */
  earlierVersions: 4,
  /** Documents that one check of many badges holds in memory, so that none is asked for twice. */
  rememberedDocuments: 500,
  /** Texts for one address in an export that are read until one is what it is said to be: an honest one carries one. */
  carriedVersionsTried: 4,
  /** And their bytes: honest ones take a few kilobytes each, so that only an attack meets it. */
  rememberedBytes: 128 * 1024 * 1024,
  /** After a 429 or 503 a host is left alone for this long, or for as long as it asks, up to the larger. */
  backOffMs: 1_000,
  backOffMaxMs: 5_000,
  /** The person's own lists for the command line: documents, known issuers, a corpus manifest. */
  documentMapBytes: 10_000_000,
  /** Files of a map of documents that are kept in memory: an issuer has a profile, a key and some badge classes. */
  mapFilesKept: 32,
} as const;
