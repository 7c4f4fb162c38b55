import { counted } from './counted.ts';
import { plainDate } from './plain-date.ts';

/** Words of the dialogs about collections. */
export const collectionWords = {
  createTitle: 'New collection',
  createAction: 'Create',
  renameTitle: 'Rename the collection',
  renameAction: 'Rename',
  name: 'Name',
  namePlaceholder: 'School, work, 2026…',
  addTitle: (count: number): string => (count === 1 ? 'Add this badge to…' : `Add ${count} badges to…`),
  addFilter: 'Find a collection, or name a new one',
  addNew: (name: string): string => `New collection “${name}”`,
  noneYet: 'No collections yet. Write a name to make one.',
  alreadyIn: 'already in',
  rename: 'Rename…',
  delete: 'Delete',
  export: 'Export…',
} as const;

/** Words of the export dialog. */
export const exportWords = {
  title: 'Export',
  format: 'As',
  formats: { html: 'Web page', pdf: 'PDF', zip: 'Archive', json: 'Data' },
  formatTexts: {
    html: 'One file that opens in any browser, with no server and nothing to install. With the original files inside it checks its badges in front of the reader.',
    pdf: 'A document to read and print. The original files can be attached to it.',
    zip: 'A ZIP archive of the original files, with a list of them and how to check them.',
    json: 'A verifiable presentation (JSON-LD) for other programs, with the original badges.',
  },
  needsOriginals: 'This form is nothing without the original files: let them leave, or choose another form.',
  forWhom: 'For whom? (only for your own list of exports)',
  progress: (done: number, total: number): string => `${done} of ${total} steps`,
  tellStory: 'Write more around it…',
  pageTitle: 'Title of the page',
  portfolio: (title: string, badges: string): string => `“${title}”, ${badges}`,
  leaves: 'What leaves this computer in it',
  stays:
    'Your notes, your other collections, your known issuers and the addresses in your settings stay here. What only your list of known issuers confirms is not confirmed for others.',
  save: 'Save…',
  saving: 'Saving…',
  defaultTitle: 'My badges',
  badges: (count: number): string =>
    count === 1
      ? '1 badge: its picture, name, issuer and description'
      : `${count} badges: their pictures, names, issuers and descriptions`,
  verdicts: (count: number): string =>
    count === 1
      ? 'What the check of it said, and on which day'
      : 'What the check of each said, and on which day',
  bad: (count: number): string =>
    count === 1
      ? '1 badge that did not pass; it is labelled so on the page'
      : `${count} badges that did not pass; they are labelled so on the page`,
  notInForce: (count: number): string =>
    count === 1
      ? '1 badge that is not in force: it has ended, has not begun or is suspended; it is labelled so on the page'
      : `${count} badges that are not in force: they have ended, have not begun or are suspended; they are labelled so on the page`,
  open: (count: number): string =>
    count === 1
      ? '1 badge that nothing confirms so far; it is labelled so on the page'
      : `${count} badges that nothing confirms so far; they are labelled so on the page`,
  notYours: (count: number): string =>
    `${counted(count, 'badge that is', 'badges that are')} not matched to you`,
  thatIs: (values: readonly string[], more = 0): string =>
    `That is: ${[...new Set(values.map(asPeopleWrite))].join('; ')}${more === 0 ? '' : `; and ${more} more`}`,
  askAgain:
    'The files leave as they are, with all that is in them, also what cannot be seen here. Do you want that?',
  letLeave: 'Let the files leave',
  keepHere: 'Keep them here',
} as const;

/** Words of the settings dialog. */
export const settingsWords = {
  title: 'Settings',
  addresses: 'Your addresses',
  addressesText: 'Badges sent to one of these are yours. Matched on this computer only; add old ones too.',
  newAddress: 'Add an address',
  addressPlaceholder: 'you@example.edu',
  add: 'Add',
  remove: (address: string): string => `Remove ${address}`,
  matched: (count: number): string => `${counted(count, 'badge is', 'badges are')} yours`,
  addressRemoved: (address: string): string => `Removed ${address}`,
  notAnAddress: 'Type the address that a badge was sent to.',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  cardSize: 'Size of the cards',
  cardSizes: { small: 'Small', medium: 'Medium', large: 'Large' },
  checkOnImport: 'Ask issuers when badges are added',
  checkOnImportText:
    'Off: nobody is contacted until you choose “Check again”. On: the issuer of each new badge is asked, and so learns that somebody holds it.',
  singleKeys: 'Single-letter keys',
  singleKeysText: 'Such as “i” for details and “/” for search, outside text fields.',
} as const;

/** Words of the palette and of the list of keys. */
export const paletteWords = {
  title: 'Commands',
  placeholder: 'Type a command, a badge or a collection',
  badges: 'Badges',
  actions: 'Actions',
  goTo: 'Go to',
  recent: 'Recent',
  results: (count: number): string => counted(count, 'result'),
  nothing: 'Nothing by that name',
  keysTitle: 'All keys',
  inGrid: 'Among the badges',
  gridKeys: [
    ['Arrows', 'Move'],
    ['Home, End', 'First, last'],
    ['Page Up, Page Down', 'A page up, a page down'],
    ['Shift + arrows', 'Select more'],
    ['Space', 'Select or unselect'],
    ['Enter', 'Go to the details'],
    ['Alt + Enter', 'Pick up, to drop on a collection'],
    ['Shift + F10, Menu', 'Menu of the selected badges'],
    ['Esc', 'Select none'],
    ['Letters', 'Go to the name that begins so'],
  ],
  inPlaces: 'Among the places',
  placesKeys: [
    ['↑, ↓', 'Go to a place'],
    ['←, →', 'Fold a collection, open it'],
    ['Shift + F10, Menu', 'Menu of the place'],
    ['Delete', 'Delete the collection'],
  ],
} as const;

/** Dates as people write them; everything else as it is. */
function asPeopleWrite(value: string): string {
  return /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(value) ? plainDate(value) : value;
}
