/** The sentences of the command line that are not about a badge or a coded failure. */

import { counted } from './counted.ts';

/** Wrong usage: what was wrong, as one sentence without its full stop's hint. */
export const usageWords = {
  unknownCommand: (word: string, nearest: string | null): string =>
    `There is no command “${word}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`}`,
  unknownOption: (command: string, option: string, nearest: string | null): string =>
    `“${command}” has no option “${option}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`}`,
  optionNeedsValue: (option: string, placeholder: string): string =>
    `“${option}” needs a value: ${placeholder}.`,
  optionTakesNoValue: (option: string): string => `“${option}” takes no value.`,
  badOption: (option: string, expected: string): string => `“${option}” must be ${expected}.`,
  missingOption: (option: string): string => `“${option}” is missing.`,
  tooFew: (what: string): string => `Name at least one ${what}.`,
  exactly: (what: string): string => `Name exactly these: ${what}.`,
  notTogether: (left: string, right: string): string => `Use either ${left} or ${right}, not both.`,
  badMap: 'The file of --documents must be a JSON object: URL → path of a file beside it.',
  badTrust:
    'The file of --trust must be a JSON object: {"issuers": [{"id": …, "name": …, "keys": […]}]}, or a registry.',
  badManifest: 'The manifest must be a JSON array of cases.',
  noSuchFile: (option: string): string => `The file of ${option} cannot be read.`,
  codeWithoutPassphrase: '--recovery-code belongs to a backup with a passphrase.',
  emptyPassphrase: 'The passphrase is empty or far too long.',
  pdfInApp:
    'A PDF is printed by the window of the app, which the command line does not start: choose Export there. Here: html, zip, json.',
  noSuchCollection: (name: string): string => `There is no collection “${name}” in this library.`,
  noSuchEntry: (entry: number, entries: number): string =>
    `There is no entry ${entry}: the picture holds ${counted(entries, 'credential')}.`,
  noSuchBadge: (id: string): string => `There is no badge “${id}” in this library.`,
  noSuchIssuer: (id: string): string => `There is no known issuer or registry “${id}” in this library.`,
  notALibrary: 'There is no library in that folder.',
  seeHelp: (command: string | null): string =>
    `See: badge-backpack ${command === null ? '' : `${command} `}--help`,
} as const;

/** What each option's value must be, after “must be”. */
export const expectedWords = {
  instant: 'a date and time such as 2026-11-22T00:00:00Z',
  entry: 'a whole number from 1',
  jobs: 'a whole number from 1 to 64',
  days: 'a whole number of days',
  format: 'html, zip or json; a PDF is printed by the window of the app',
  file: 'an ordinary file',
  text: 'some text',
} as const;

/** Progress and summaries of long work. */
export const progressWords = {
  checking: (done: number): string => `Checking… ${counted(done, 'file')} done`,
  importing: (done: number, added: number): string =>
    `Importing… ${counted(done, 'file')} read, ${added} kept`,
  judging: (done: number, total: number): string => `Judging… ${done} of ${total}`,
  stopped: 'Stopped. What was reported before is complete.',
  checked: (files: number, badges: number): string =>
    `${counted(files, 'file')}, ${counted(badges, 'badge')}`,
  refusedFiles: (files: number): string => `${counted(files, 'file')} refused`,
  imported: (added: number, already: number, refused: number): string =>
    [
      `${counted(added, 'badge')} imported`,
      already > 0 ? `${already} already there` : null,
      refused > 0 ? `${counted(refused, 'file')} refused` : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  nothingFound: 'No files were found there.',
  noBadges: 'No badges here.',
  noMatch: (query: string): string => `No badge here matches “${query}”.`,
  notChecked: 'Not checked yet',
  unnamed: 'Badge without a name',
  unnamedIssuer: 'issuer without a name',
} as const;

/** The words of `unbake`. */
export const unbakeWords = {
  oneOf: (entry: number, entries: number, container: string): string =>
    `This picture holds ${counted(entries, 'different credential')}; this is entry ${entry} (${container}). For another, use --entry N.`,
} as const;

/** The words of `export`. */
export const exportWords = {
  title: 'My badges',
  written: (badges: number, file: string): string => `${counted(badges, 'badge')} written to ${file}.`,
  unsigned:
    'Nobody signed the presentation as a whole: your key is in the app, which can sign it (Export, Data).',
} as const;

/** The lines of `issuers`. */
export const issuerLines = {
  nobody: 'No known issuers and no registries.',
  since: (date: string): string => `known since ${date}`,
  badges: (badges: number): string => counted(badges, 'badge'),
  registry: (entries: number, date: string): string => `lists ${counted(entries, 'issuer')}, as of ${date}`,
  changed: (badges: number): string => `${counted(badges, 'badge')} changed by it.`,
} as const;

/** How `pack` is called. */
export const packUsage = {
  verbs: 'Say what to do: pack export, pack import FILE, pack list or pack remove ID.',
  operand: (verb: string): string =>
    verb === 'import'
      ? 'Name the trust pack: pack import FILE.'
      : verb === 'remove'
        ? 'Name the trust pack by its id, as pack list shows it.'
        : `“pack ${verb}” takes no file.`,
  noSuchPack: (id: string): string => `There is no trust pack “${id}” in this library.`,
} as const;

/** The lines of `doctor`. */
export const doctorWords = {
  healthy: (badges: number): string => `The library is sound: ${counted(badges, 'badge')}.`,
  notSound: (badges: number): string => `The library needs care: ${counted(badges, 'badge')}.`,
  problems: (findings: number): string => `${counted(findings, 'thing')} found.`,
  repaired: (repaired: number): string => `${repaired} mended.`,
  setAside: (files: number): string =>
    `${counted(files, 'file')} set aside in the library’s folder “quarantine”.`,
} as const;

/** The lines of `backup` and `restore`. */
export const backupLineWords = {
  progress: (step: 'writing' | 'testing' | 'reading' | 'adding', done: number, total: number): string =>
    `${{ writing: 'Writing', testing: 'Testing', reading: 'Reading', adding: 'Adding' }[step]} ${done} of ${total}…`,
  written: (badges: number, file: string, isLocked: boolean): string =>
    `${counted(badges, 'badge')} backed up to ${file}${isLocked ? ', locked with the passphrase' : ''}; read back and test-restored.`,
  recoveryCode: (code: string): string => `Recovery code, in place of the passphrase: ${code}`,
  missing: (file: string): string => `Not in the backup, since the library itself has lost it: ${file}`,
  restored: (fresh: number, badges: number): string =>
    `${counted(fresh, 'badge')} restored; the library holds ${counted(badges, 'badge')}.`,
  allHere: (badges: number): string => `All of it is here already: ${counted(badges, 'badge')}.`,
  staysRemoved: (badges: number): string =>
    `${counted(badges, 'badge')} of the backup ${badges === 1 ? 'was' : 'were'} deleted since: --bring-back brings ${badges === 1 ? 'it' : 'them'} back.`,
  leftOut: (statements: number): string =>
    `${counted(statements, 'statement')} about whom to trust or what was found out left out: --mine takes them in, of a backup that you made yourself.`,
} as const;

/** The last line when something of ours failed. */
export const internalWords = {
  bug: 'Something in Badge Backpack itself went wrong. Nothing of yours was changed by this.',
  next: 'Please report it, with the command that you used and the lines above.',
} as const;
