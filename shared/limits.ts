/**
 * Every limit of the program, with its reason. Sizes in bytes unless the name says otherwise, times in milliseconds.
 */
export const limits = {
  /** A badge image: the largest seen in the wild is under 6 MB; 25 MB leaves room for APNG. */
  imageFileBytes: 25_000_000,
  /** A credential as JSON or JWS: data-URI images inside make a few honest ones reach 2 MB. */
  credentialBytes: 5 * 1024 * 1024,
  /** What is canonicalised: RDF canonicalisation is the costly step, so it has its own, lower limit. */
  canonicalBytes: 2 * 1024 * 1024,
  canonicalTimeoutMs: 2_000,
  /** A picture's side and area: beyond these a decoder may ask for gigabytes. */
  pngSidePixels: 16_384,
  pngPixels: 40_000_000,
  pngChunks: 50_000,
  /** A compressed text chunk after inflation: the same as a credential. */
  inflatedTextBytes: 5 * 1024 * 1024,
  xmlDepth: 256,
  xmlElements: 50_000,
  xmlAttributes: 1_000,
  jsonDepth: 64,
  jsonKeysPerObject: 10_000,
  /** Parsing one file in the worker: far above any honest file, far below a person's patience. */
  parseTimeoutMs: 10_000,
  workerMemoryMiB: 512,
  /** One import: what a person may drop at once. */
  importFiles: 20_000,
  folderDepth: 32,
  httpRedirects: 5,
  httpTimeoutMs: 10_000,
  httpJsonBytes: 5 * 1024 * 1024,
  httpImageBytes: 10 * 1024 * 1024,
  fetchesPerBadge: 24,
  fetchesPerHostAtOnce: 4,
  /** Time that clocks may differ before a date counts as in the future. */
  clockSkewMs: 120_000,
  proofCreatedSkewMs: 300_000,
  /** A fact asked at its source stays fresh for a day; after that it is told with its date. */
  freshFactMs: 24 * 60 * 60 * 1000,
  /** Shown names are cut here, so that no badge can push the interface away. In grapheme clusters. */
  shownNameClusters: 200,
  /** A message for a person. In characters. */
  messageCharacters: 200,
  /** The panel of details: narrower cuts its sentences, wider leaves no room for badges. */
  inspectorMinPixels: 280,
  inspectorMaxPixels: 640,
  collectionNameCharacters: 200,
  identityCharacters: 320,
} as const;
