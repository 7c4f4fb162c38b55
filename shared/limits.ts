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
  /** Distinct lists of contexts that are kept ready: issuers use a handful. One takes some megabytes at most. */
  contextChains: 16,
  /** Contexts within one list that its scoped contexts lead to: honest badges need about 20. */
  vocabulariesPerChain: 100,
  /** Statements made again while the contexts of a list are met for the first time: 100 times an honest badge's. */
  repeatedQuads: 20_000,
  /** A picture's side and area: beyond these a decoder may ask for gigabytes. */
  pngSidePixels: 16_384,
  pngPixels: 40_000_000,
  pngChunks: 50_000,
  /** A compressed text chunk after inflation: the same as a credential. */
  inflatedTextBytes: 5 * 1024 * 1024,
  xmlDepth: 256,
  xmlElements: 50_000,
  xmlAttributes: 1_000,
  /** Signs that begin markup, references and line breaks: the parser takes 0.5 µs for each. */
  xmlMarkup: 200_000,
  xmlReferences: 200_000,
  xmlLines: 500_000,
  jsonDepth: 64,
  jsonKeysPerObject: 10_000,
  /** All values of one text: a record of a thousand badges has some three hundred thousand. */
  jsonValues: 400_000,
  /** Wrappers within wrappers: a token in a presentation in a token needs three. */
  containerDepth: 4,
  /** Badges in one file: a record of a whole life has some hundreds. */
  badgesPerFile: 1_000,
  /** Different credentials in one picture: more than one is odd, more than a few is an attack. */
  payloadsPerImage: 8,
  /** A zlib stream is fed in pieces of this size, so that it can stop soon after the limit. */
  inflateStepBytes: 4_096,
  /** Parsing one file in the worker: far above any honest file, far below a person's patience. */
  parseTimeoutMs: 10_000,
  workerMemoryMiB: 512,
  /** A worker that does not answer its start by then never will: a cold disk needs two seconds. */
  workerStartTimeoutMs: 30_000,
  /** A page that has not asked for anything by then is slow or broken: the rest of the app no longer waits for it. */
  firstPageMs: 1_000,
  /** How often the memory of a working worker is looked at. */
  workerMemoryWatchMs: 200,
  /** Badges that are checked at once against the network. */
  checksAtOnce: 3,
  documentUrlCharacters: 8_192,
  /** A link that may be opened in the person's browser. In characters. */
  linkCharacters: 2_048,
  /** A badge's page or id in a link to LinkedIn, percent-encoded: with two names beside them it stays a link. In characters. */
  linkedInValueCharacters: 600,
  /** A picture card: as large as networks show one. In pixels; drawn with noise its file has some 2 MB. */
  cardWidthPixels: 1_200,
  cardHeightPixels: 630,
  cardBytes: 4_000_000,
  /** The card inside an embed snippet, at half its width: honest ones have some 20 kB. */
  embedPictureBytes: 100_000,
  /** A picture on a card, at most; larger ones are scaled down while they are decoded. In pixels. */
  cardPicturePixels: 680,
  /** Drawing a card with its pictures: honest ones take a tenth of a second. */
  cardTimeoutMs: 15_000,
  /** Events to the window: at most one of a kind in this time. */
  progressIntervalMs: 100,
  /** While cards keep coming in, the grid is drawn anew in steps that grow to this: each moves every card. */
  cardsIntervalMs: 1_000,
  /** The longer side of a badge in the grid, with room for dense screens. */
  thumbnailPixels: 256,
  /** A small picture as WebP: honest ones have some 10 kB, noise has 50. */
  thumbnailBytes: 200_000,
  /** Small pictures that are kept: some 200 MB. */
  thumbnailFiles: 20_000,
  /** Small pictures that wait to be drawn: more than the largest screen shows. */
  thumbnailsWaiting: 500,
  /** Small pictures that are made at the same time: while one is read, another is decoded and a third is packed. */
  thumbnailsAtOnce: 4,
  /** Pictures up to this area are decoded whole and beside each other: four take 64 MB. Larger ones, one after another. */
  besidePixels: 4_000_000,
  /** The process that draws small pictures, some 200 MB, ends when it had nothing to draw for this long. */
  painterIdleMs: 5_000,
  /** A window whose page died is loaded again this often, then no more. */
  pageReloads: 2,
  /** Deaths of the page within this time are one loop. */
  pageLoopMs: 600_000,
  /** A picture that was asked for this shortly before the page died is under suspicion. */
  pictureSuspicionMs: 5_000,
  /** How long closing may wait for the library; what was said to be safe is safe long before. */
  closeTimeoutMs: 30_000,
  /** The person's own lists for the command line: documents, known issuers, a corpus manifest. */
  documentMapBytes: 10_000_000,
  /** One import: what a person may drop at once. */
  importFiles: 20_000,
  /** Imports whose rows can be looked at again, and rows of them in all. */
  keptImports: 10,
  keptImportRows: 20_000,
  /** Hosts that a person agrees to ask for one badge: its page's, its data's, and where those send us on. */
  agreedHosts: 5,
  folderDepth: 32,
  /** A ZIP archive: a life of badges from one platform; its entries, and what they unpack to in all. */
  zipBytes: 500_000_000,
  zipEntries: 10_000,
  zipTotalBytes: 2_000_000_000,
  /** Files that are read while another is written into an archive: enough that the writing waits for none. */
  zipFilesAhead: 4,
  /** Unpacked to packed: pictures and texts stay far below. What is small may be as dense as it likes. */
  zipRatio: 200,
  zipRatioFloorBytes: 1_000_000,
  /** The table of contents: 10 000 entries with long names take some 2 MB. */
  zipDirectoryBytes: 16_000_000,
  /** Read at once from the end of an archive: a small one is whole in it. */
  zipFirstPieceBytes: 1_000_000,
  /** Archives in archives: one inside the one that was added. Such an inner one is held in memory. */
  zipNesting: 1,
  /** An exported page, and what of it is no base64: the words of thousands of badges. */
  pageBytes: 1_500_000_000,
  pageBonesBytes: 24_000_000,
  zipInsideBytes: 50_000_000,
  /** A PDF: an honest certificate has some hundred objects and some ten thousand values. */
  pdfObjects: 100_000,
  pdfValues: 500_000,
  pdfDepth: 64,
  pdfFilters: 4,
  /** What the streams of one PDF unpack to in all: its packed objects and the files attached to it. */
  pdfInflatedBytes: 50_000_000,
  /** A PDF of ours on its way back: it is looked through in memory, with copies of it, in a worker. */
  pdfExportBytes: 100_000_000,
  /** The longest address that is drawn as a code: more makes one that telephones no longer read on paper. */
  codeLinkCharacters: 300,
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
  /** Pictures are looked at for a code up to this area: screenshots have some 5 megapixels, and decoding costs time. */
  codePixels: 8_000_000,
  jpegScans: 32,
  /** Looking for a code in one picture: an honest one is found in some tens. In milliseconds. */
  codeTimeoutMs: 400,
  /** A backup: a library of 50 000 badges and 5 GB, and then some. */
  backupBytes: 100_000_000_000,
  backupEntries: 1_000_000,
  backupDirectoryBytes: 200_000_000,
  /** One file in a backup: the journal of many years, the largest evidence. */
  backupEntryBytes: 1_000_000_000,
  /** Packed and unpacked journals: text repeats itself, but never so much. */
  backupRatio: 150,
  /** One line of a backup’s list of files. */
  backupLineBytes: 10_000,
  /** A passphrase: shorter ones are guessed in hours, longer ones are a mistake. In characters. */
  passphraseCharacters: 8,
  passphraseMostCharacters: 1_000,
  /** Memory for turning a passphrase into a key: a header that asks for more is hostile. */
  passphraseMemoryBytes: 512 * 1024 * 1024,
  /** Automatic backups that are kept, and the time between two. */
  automaticBackups: 7,
  automaticBackupMs: 20 * 60 * 60 * 1000,
  /** Virus scanners on Windows hold a fresh file for a moment; after ten seconds it is something else that holds it. */
  heldFileMs: 10_000,
  /** After the start the first automatic backup waits, so that it slows nothing down; then the time is looked at so often. */
  automaticBackupDelayMs: 60_000,
  automaticBackupWatchMs: 30 * 60 * 1000,
  httpRedirects: 5,
  httpTimeoutMs: 10_000,
  /** For a name server's own word on whether there is such a name; the system has said already that it knows none. */
  nameServerMs: 2_000,
  httpJsonBytes: 5 * 1024 * 1024,
  httpImageBytes: 10 * 1024 * 1024,
  fetchesPerBadge: 24,
  httpHeaderBytes: 16_384,
  /** An ETag or a date that is kept with a captured document. */
  httpValidatorCharacters: 200,
  /** Earlier versions of an issuer's documents that are looked through for a key that it no longer lists. */
  earlierVersions: 4,
  /** Documents that one check of many badges holds in memory, so that none is asked for twice. */
  rememberedDocuments: 500,
  fetchesPerHostAtOnce: 4,
  /** Time that clocks may differ before a date counts as in the future. */
  clockSkewMs: 120_000,
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
  endorsementsPerBadge: 16,
  /** A status list after inflation; lists of 131 072 bits are 16 KiB. */
  statusListBytes: 16 * 1024 * 1024,
  /** The standard's own minimum, so that one badge hides among many. */
  statusListMinimumEntries: 131_072,
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
  /** After this a fact is old, whatever its source said of how long it holds. */
  staleFactMs: 30 * 24 * 60 * 60 * 1000,
  /** A fact asked at its source stays fresh for a day; after that it is told with its date. */
  freshFactMs: 24 * 60 * 60 * 1000,
  /** Shown names are cut here, so that no badge can push the interface away. In grapheme clusters. */
  shownNameClusters: 200,
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
  collectionNameCharacters: 200,
  /** Collections in collections: a tree that a person can still see through. */
  collectionDepth: 12,
  /** A tag of the person's: a word or two. */
  tagCharacters: 100,
  /** A signed export is read and checked whole, by us and by others: no more than any credential may be. */
  signedExportBytes: 5 * 1024 * 1024,
  /** What whoever asks for a presentation may want to be signed along: a site and a number used once. */
  proofWordsCharacters: 300,
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
  identityCharacters: 320,
  /** What a person calls an address: a few words. */
  identityLabelCharacters: 200,
  /** Issuers that a person knows, and keys of one: honest lists have dozens, honest issuers a few keys. */
  knownIssuers: 5_000,
  pinsPerIssuer: 32,
  issuerNameCharacters: 400,
  issuerNoteCharacters: 2_000,
  /** Entries of one registry: the largest seen has some hundreds. */
  registryEntries: 5_000,
  registries: 50,
  /** A trust pack: some hundred issuers with their keys and status lists. Packs that a person took in. */
  packBytes: 32_000_000,
  packDocuments: 1_000,
  packIssuers: 500,
  trustPacks: 50,
  /** Issuers that a registry is asked about at once, and the size of one statement. */
  registryLookups: 200,
  /** What a registry answered counts as asked just now for as long as asking about all issuers may take. */
  justAskedMs: 600_000,
  statementBytes: 100_000,
  /** Signed statements in one file: each costs a verification. */
  registryStatements: 1_000,
  /** What the library keeps of a badge's texts for cards and search; the rest is read from the original again. */
  factCharacters: 2_000,
  factTags: 100,
  fileNameCharacters: 255,
  factRecipients: 50,
  /** Texts that were read lately and are kept as what they mean: a dozen issuers, each with its profile, key and classes. */
  textsReadLately: 64,
  /** Longer texts are read anew each time, so that what is kept stays within a megabyte or two. */
  textReadLatelyCharacters: 16_384,
  /** Files of a map of documents that are kept in memory: an issuer has a profile, a key and some badge classes. */
  mapFilesKept: 32,
  /** Memory that files of a long list are read into, one after another: most badges are smaller. */
  lentFileBytes: 262_144,
  /** Files of a folder whose facts are asked for at once. */
  filesLookedAtOnce: 64,
  /** Files of one import that are read and written at the same time, and their bytes in memory. */
  importFilesAtOnce: 64,
  /** Files that the check desk reads at a time: each is verified at once, so a few keep the worker busy. */
  deskFilesAtOnce: 8,
  /** Hosts that one agreement names: nobody reads more. */
  deskHosts: 500,
  /** A report of thousands of badges takes Chromium a minute to print. */
  printTimeoutMs: 180_000,
  importBytesAtOnce: 64_000_000,
  /** Badges of the library that are read and verified at the same time. */
  libraryChecksAtOnce: 8,
  /** One journal line: a report with very many checks stays far below; beyond it a line is damage. */
  journalLineBytes: 8 * 1024 * 1024,
  /** Journals of other devices are looked at this often where the system does not tell of changes. */
  journalPollMs: 5_000,
  /** A synchronisation writes in bursts: journals are read this long after the first sign. */
  journalSettleMs: 200,
  /** Temporary files older than this belong to nobody any more. */
  oldTemporaryMs: 86_400_000,
  /** Ends of badges: how far ahead and back they are listed, and when one is near enough to be told. */
  endingAheadDays: 366,
  endedAgoDays: 92,
  endingSoonDays: 30,
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
  /** Whether badges end soon is looked at this often: a day begins at most so much before it is told. */
  endingLookMs: 3_600_000,
  /** After a 429 or 503 a host is left alone for this long, or for as long as it asks, up to the larger. */
  backOffMs: 1_000,
  backOffMaxMs: 5_000,
} as const;
