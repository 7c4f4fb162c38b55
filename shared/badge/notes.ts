/** Everything that a reader may notice about a file without refusing it. Their sentences are in `text/notes.ts`. */
export const noteCodes = [
  'read.bad-checksum',
  'read.compressed',
  'read.content-after-end',
  'read.data-uri',
  'read.hashed-flag-missing',
  'read.kind-differs-from-name',
  'read.latin1',
  'read.malformed-chunk',
  'read.not-all-read',
  'read.not-among-files',
  'read.page-file-differs',
  'read.page-words-differ',
  'read.plain-but-hashed',
  'read.repeated-payload',
  'read.second-payload',
  'read.skipped-entry',
  'read.two-forms',
  'read.unbound-prefix',
  'read.unknown-hash',
  'read.unreadable-payload',
  'read.unwrapped',
  'read.verify-differs',
  'read.weak-hash',
] as const;

export type NoteCode = (typeof noteCodes)[number];
