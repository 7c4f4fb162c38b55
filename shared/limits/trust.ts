/** Whom a person knows: issuers and their keys, registries, trust packs. */
export const trustLimits = {
  /** Issuers that a person knows, and keys of one: honest lists have dozens, honest issuers a few keys. */
  knownIssuers: 5_000,
  pinsPerIssuer: 32,
  /** What a person calls an issuer, and notes of it. */
  issuerNameCharacters: 400,
  issuerNoteCharacters: 2_000,
  /** Entries of one registry: the largest seen has some hundreds. */
  registryEntries: 5_000,
  /** Registries that a person took in. */
  registries: 50,
  /** A trust pack: some hundred issuers with their keys and status lists. Packs that a person took in. */
  packBytes: 32_000_000,
  packDocuments: 1_000,
  packIssuers: 500,
  trustPacks: 50,
  /** Issuers that a registry is asked about at once, and the size of one statement. */
  registryLookups: 200,
  statementBytes: 100_000,
  /** What a registry answered counts as asked just now for as long as asking about all issuers may take. */
  justAskedMs: 600_000,
  /** Signed statements in one file: each costs a verification. */
  registryStatements: 1_000,
} as const;
