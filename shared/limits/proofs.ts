/** What a check takes on: canonical forms, keys, proofs, status lists and schemas. */
export const proofLimits = {
  /** What is canonicalised: RDF canonicalisation is the costly step, so it has its own, lower limit. */
  canonicalBytes: 2 * 1024 * 1024,
  canonicalTimeoutMs: 2_000,
  /**
   * Things that one badge may make canonicalisation take the long way, all its proofs and the texts of its vocabularies
   * together, at 0.1 ms each: a record of five hundred badges has ten thousand, and two texts are known at most.
   */
  canonicalThings: 30_000,
  /** A text or number in a list costs a tenth of a thing; and so many comparisons of values with each other cost one. */
  valuesPerThing: 10,
  comparisonsPerThing: 5_000,
  /** Distinct lists of contexts that are kept ready: issuers use a handful. One takes some megabytes at most. */
  contextChains: 16,
  /** Contexts within one list that its scoped contexts lead to: honest badges need about 20. */
  vocabulariesPerChain: 100,
  /** Statements made again while the contexts of a list are met for the first time: 100 times an honest badge's. */
  repeatedQuads: 20_000,
  /** Values of one kind that one thing has, where the processor compares each with all others: 5,000 take half a second. */
  valuesPerMember: 5_000,
  /** Classes of one thing, each of which may bring a vocabulary: badges name two or three. */
  typesPerThing: 100,
  /** Time that clocks may differ before a date counts as in the future. */
  clockSkewMs: 120_000,
  /** The same for the day on which a proof says that it was made. */
  proofCreatedSkewMs: 300_000,
  /** Keys in one issuer's document: nobody has hundreds; thousands would hide which one is meant. */
  methodsPerDocument: 200,
  /** Proofs on one credential, and keys tried for one signature. */
  proofsPerCredential: 16,
  keysTriedPerSignature: 16,
  /** Statements that one derived proof shows, each with a signature of its own: an honest badge has some 200. */
  disclosedStatements: 2_000,
  /** Keys kept ready to verify: a library has some dozens of issuers. */
  importedKeys: 256,
  /** Endorsements that are judged: badges carry one or two. */
  endorsementsPerBadge: 16,
  /** A status list after inflation; lists of 131 072 bits are 16 KiB. */
  statusListBytes: 16 * 1024 * 1024,
  /** The standard's own minimum, so that one badge hides among many. */
  statusListMinimumEntries: 131_072,
  /** Status entries of one badge: revocation and suspension are two. */
  statusesPerBadge: 8,
  /** Extensions of different names that a report tells of: badges carry one or two. */
  extensionsPerBadge: 16,
  /** Schemas that one credential names: one, rarely two. */
  schemasPerBadge: 4,
  /** A schema: that of Open Badges 3.0 has 65 kB. */
  schemaBytes: 500_000,
  /** Making the checker of a schema and running it: 0.2 s for that of Open Badges 3.0 in a cold process. */
  schemaTimeoutMs: 2_000,
  /** Checkers kept ready: a handful of schemas serves all badges. */
  schemasKept: 8,
} as const;
