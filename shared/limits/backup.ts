/** Backups, and passphrases for them. */
export const backupLimits = {
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
  /** After the start the first automatic backup waits, so that it slows nothing down; then the time is looked at so often. */
  automaticBackupDelayMs: 60_000,
  automaticBackupWatchMs: 30 * 60 * 1000,
} as const;
