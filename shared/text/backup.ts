/** Words about keeping: backups, restoring them, looking whether all is whole. */
export const backupWords = {
  /** How the names of automatic backups begin; `automatic-backup.ts` finds them by it. */
  automaticName: 'Badge Backpack',
  /** `date` as YYYY-MM-DD. Never an address in a file's name. */
  fileName: (date: string, isLocked: boolean): string =>
    `My backpack ${date}.${isLocked ? 'backpack-backup' : 'zip'}`,
  /** `date` as YYYY-MM-DD. */
  codeFileName: (date: string): string => `Recovery code ${date}.txt`,
  codePage: (told: { readonly code: string; readonly file: string; readonly date: string }): string =>
    `Recovery code of a locked Badge Backpack backup

File:   ${told.file}
Made:   ${told.date}

        ${told.code}

Whoever has this code and that file can open the backup without its passphrase. Print this page and keep it where the
backup is not; then delete this file. To use it, choose “Restore from a backup” and type the code in place of the
passphrase. Small letters, spaces and missing dashes do not matter; there is no letter I, L, O or U in it.

The code opens this one backup. Every other backup has another code.
`,
  broughtBack: (count: number): string =>
    count === 1 ? 'Brought back a badge from a backup' : `Brought back ${count} badges from a backup`,
  /** The page for those who open a backup without the program. */
  readme: (facts: { readonly asOf: string | null; readonly badges: number }): string =>
    `This is a backup of a Badge Backpack${facts.asOf === null ? '' : `, as of ${facts.asOf}`}.
It holds ${facts.badges === 1 ? 'one badge' : `${facts.badges} badges`}.

badges/      the badge files as they were imported, unchanged; each is named by its SHA-256
documents/   what issuers' sites answered, kept so that badges can be checked later
evidence/    files that were added to badges
journal/     what was done and found out, one JSON object a line: names, collections, notes, known issuers
manifest.jsonl   every file in here with its SHA-256

The badge files can be used by themselves. To get everything back, choose “Restore from backup” in Badge Backpack, or
run: badge-backpack restore THIS-FILE --library FOLDER
`,
} as const;
