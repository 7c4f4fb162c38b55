/** What one credential may be as text: its size, its depth, and what may lie in it. */
export const readingLimits = {
  /** A credential as JSON or JWS: data-URI images inside make a few honest ones reach 2 MB. */
  credentialBytes: 5 * 1024 * 1024,
  /** A compressed text chunk after inflation: the same as a credential. */
  inflatedTextBytes: 5 * 1024 * 1024,
  /** A zlib stream is fed in pieces of this size, so that it can stop soon after the limit. */
  inflateStepBytes: 4_096,
  /** A shorter one is inflated at once, if it gives less than this: a bomb as short ends within some ten milliseconds. */
  inflateAtOnceBytes: 8_192,
  inflateAtOnceContents: 65_536,
  /** A drawn badge has some thousand elements, ten deep, with ten attributes each. */
  xmlDepth: 256,
  xmlElements: 50_000,
  xmlAttributes: 1_000,
  /** Signs that begin markup, references and line breaks: the parser takes 0.5 µs for each. */
  xmlMarkup: 200_000,
  xmlReferences: 200_000,
  xmlLines: 500_000,
  /** Signs that may end a comment or a CDATA section, which holds a badge of `jsonValues` values: 0.2 µs for each. */
  xmlDashes: 1_000_000,
  xmlBrackets: 1_000_000,
  /** Levels of one text, and members of one object: honest badges have ten and some twenty. */
  jsonDepth: 64,
  jsonKeysPerObject: 10_000,
  /** All values of one text: a record of a thousand badges has some three hundred thousand. */
  jsonValues: 400_000,
  /** Wrappers within wrappers: a token in a presentation in a token needs three. */
  containerDepth: 4,
  /** Badges in one file: a record of a whole life has some hundreds. */
  badgesPerFile: 1_000,
  /** A file of several badges that is kept as what it means while they are asked for: as large as a credential may be. */
  readingKeptBytes: 5 * 1024 * 1024,
  /** Texts that were read lately and are kept as what they mean: a dozen issuers, each with its profile, key and classes. */
  textsReadLately: 64,
  /** Longer texts are read anew each time, so that what is kept stays within a megabyte or two. */
  textReadLatelyCharacters: 16_384,
} as const;
