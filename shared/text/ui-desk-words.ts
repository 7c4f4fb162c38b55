import { counted } from './counted.ts';
/** The words of the check desk in the window. */
export const deskWords = {
  title: 'Check badges',
  subtitle: 'For badges that are not yours. Nothing is kept and nothing is sent unless you ask.',
  close: 'Back to my backpack',
  emptyTitle: 'Drop badges here to check them',
  emptyText:
    'Badge images, portfolios, PDFs, ZIP archives, or a whole folder of them. They are read on this computer and forgotten when you leave.',
  addFiles: 'Choose files…',
  addFolder: 'Choose a folder…',
  add: 'Add',
  clear: 'Clear the desk',
  person: 'Whose should they be?',
  personPlaceholder: 'Name, e-mail address or DID',
  all: (count: number): string => `All ${count}`,
  noBadge: 'No badge',
  filter: 'Show',
  table: 'Checked files',
  columns: ['File and person', 'Badge and issuer', 'Verdict and date', 'Not checked'],
  shortColumn: 'Badge',
  unnamed: 'A badge without a name',
  unnamedIssuer: 'An issuer without a name',
  hashed: 'Person only as a hash',
  nobody: 'Names nobody',
  matches: {
    yours: 'Names this person',
    'not-yours': 'Names somebody else',
    'not-checked': 'Cannot be told whose it is',
  },
  checkedOn: (date: string): string => `Checked ${date}`,
  asOf: (date: string): string => `As of ${date}`,
  dropTitle: 'Drop to check',
  dropText: 'Nothing is kept. Images, portfolios, PDFs, ZIP archives, folders',
  progress: (done: number, total: number | null): string =>
    total === null ? 'Looking for files…' : `${done} of ${total} files`,
  stop: 'Stop',
  stopped: 'Stopped. What was checked stays on the desk.',
  finished: (badges: number, files: number): string =>
    `${counted(badges, 'badge')} and ${counted(files, 'file')} without one.`,
  online: (count: number): string => (count === 1 ? 'Check 1 online…' : `Check ${count} online…`),
  onlineTitle: 'Ask these sites?',
  onlineText: (badges: number): string =>
    `${badges === 1 ? 'One badge names' : `${badges} badges name`} sites that could say more: whether a key is really the issuer’s, whether a badge was withdrawn. Each of these sites will learn that somebody checks a badge of theirs, and nothing about you but your network address.`,
  onlineAction: (hosts: number): string => (hosts === 1 ? 'Ask this site' : `Ask these ${hosts} sites`),
  staysOffline: 'You have chosen to stay offline. Change that in the settings to ask sites.',
  wouldAsk: (hosts: string): string => `Going online would ask ${hosts}.`,
  askingIsVain: 'Asking its issuer cannot help: it was changed after it was issued.',
  alteredLeftOut: (count: number): string =>
    `${count === 1 ? 'One altered badge is' : `${count} altered badges are`} left out: asking cannot help.`,
  report: 'Save a report',
  reportKinds: {
    html: 'Web page, to read and print',
    pdf: 'PDF document',
    csv: 'Table for spreadsheets (CSV)',
    json: 'Data (JSON)',
  },
  reportSaved: (name: string): string => `Saved “${name}”.`,
  keep: 'Keep this badge',
  kept: 'It is in your backpack now.',
  alreadyKept: 'It was in your backpack already.',
  know: 'I know this issuer…',
  known: (name: string, changed: number): string =>
    changed === 0
      ? `“${name}” is among your known issuers.`
      : `“${name}” is among your known issuers. ${changed === 1 ? 'One row has' : `${changed} rows have`} another verdict.`,
  detailsEmptyTitle: 'Choose a row',
  detailsEmptyText: 'Everything that was checked about it is shown here.',
  carriedTitle: 'What came in the same file',
  carried: (sentence: string): string =>
    `The documents in the same file say: ${sentence} Whoever made the file may have made those too, so they count for nothing here.`,
  noMatch: 'Nothing has this verdict.',
  stayOffline: 'Stay offline',
  stayOfflineText:
    'Badge Backpack asks no site at all, whatever else is switched on. Badges are checked with what is here.',
  refusedDetails: 'Why it was not read',
} as const;
