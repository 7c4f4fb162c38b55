import { counted } from './counted.ts';
/** Words of everything that puts badges in order: filters, views, the bin, tags, notes, own evidence, the history. */
export const filterWords = {
  filter: 'Filter',
  filters: 'Filters',
  facet: {
    issuers: 'Issuer',
    verdicts: 'Verdict',
    years: 'Year',
    tags: 'Tag',
    collections: 'Collection',
    recipients: 'Yours',
    versions: 'Version',
  },
  facetText: {
    issuers: 'Issuers',
    verdicts: 'Verdicts',
    years: 'Years of issue',
    tags: 'Your tags',
    collections: 'Collections',
    recipients: 'Whose they are',
    versions: 'Versions of Open Badges',
  },
  recipient: { yours: 'Yours', 'not-yours': 'Not yours', 'not-checked': 'Not matched' },
  notChecked: 'Not checked yet',
  noDate: 'No date',
  noIssuer: 'No issuer named',
  unknownVersion: 'Unknown version',
  goneCollection: 'A collection that is gone',
  chip: (facet: string, value: string): string => `${facet}: ${value}`,
  words: (text: string): string => `“${text}”`,
  removeChip: (chip: string): string => `Remove the filter ${chip}`,
  of: (found: number, total: number): string => `${found} of ${total}`,
  clear: 'Clear',
  save: 'Save as smart collection…',
  saveTo: (name: string): string => `Save to “${name}”`,
  saveTitle: 'New smart collection',
  saveText:
    'It shows what this search and these filters find, and badges that fit later come in by themselves.',
  saveAction: 'Save',
  changed: (name: string): string => `“${name}” finds something else now`,
  nothingToFilter: 'Nothing here to tell badges apart by',
  nothingTitle: 'No badge fits these filters',
  nothingText: (place: string): string => `Looked in ${place}.`,
  clearAll: 'Clear search and filters',
} as const;

export const viewWords = {
  timeline: 'Timeline',
  orderAndGroups: 'Sort and group',
  sort: 'Sort by',
  group: 'Group by',
  own: 'Your own order',
  name: 'Name',
  issuer: 'Issuer',
  issued: 'Date of issue',
  added: 'Date added',
  reverse: 'Reverse the order',
  none: 'Nothing',
  year: 'Year',
  moved: (count: number, name: string): string => `Moved ${counted(count, 'badge')} in “${name}”`,
  ordered: (name: string): string => `Put “${name}” in order`,
  position: (position: number, count: number): string => `Now ${position} of ${count}`,
  dropHere: 'Move here',
  toStart: 'Move to the start',
  earlier: 'Move earlier',
  later: 'Move later',
  toEnd: 'Move to the end',
  byName: 'Put in order by name',
  byIssuer: 'Put in order by issuer',
  byIssued: 'Put in order by date of issue',
  byAdded: 'Put in order by date added',
} as const;

export const treeWords = {
  smart: 'Smart collection',
  open: (name: string): string => `Show what is in “${name}”`,
  moveTitle: (name: string): string => `Move “${name}” into…`,
  moveFilter: 'Find a collection',
  top: 'No other collection (the top)',
  isThere: 'is there now',
  movedInto: (name: string, parent: string): string => `Moved “${name}” into “${parent}”`,
  movedTop: (name: string): string => `Moved “${name}” to the top`,
  createInside: 'New collection in this one…',
  move: 'Move to…',
  editSearch: 'Change what it finds',
  emptySmartTitle: 'Nothing fits this search now',
  emptySmartText: 'Badges that fit will come in by themselves.',
} as const;

export const binWords = {
  bin: 'Bin',
  text: (days: number): string =>
    `Badges stay here for ${days} days, then they are deleted for good. Restoring brings back their collections, tags, notes and evidence.`,
  emptyTitle: 'The bin is empty',
  emptyText: (days: number): string =>
    `Badges that you move here can be restored from here for ${days} days.`,
  allTitle: 'Your badges are in the bin',
  allText: (count: number, days: number): string =>
    `${count === 1 ? 'One badge is' : `All ${count} are`} there, and can be restored for ${days} days after the removal. Or begin anew: drop badges anywhere on this window.`,
  show: 'Show the bin',
  restore: 'Restore',
  purge: 'Delete for good…',
  empty: 'Empty the bin…',
  restored: (count: number): string => `Restored ${counted(count, 'badge')}`,
  removedOn: (date: string): string => `Here since ${date}`,
  daysLeft: (days: number): string => (days === 0 ? 'Deleted soon' : `${counted(days, 'day')} left`),
  purgeTitle: (count: number): string =>
    count === 1 ? 'Delete this badge for good?' : `Delete ${count} badges for good?`,
  purgeText: (count: number): string =>
    count === 1
      ? 'Its original file, tags, note and evidence are deleted from this computer. This cannot be undone: only a backup has them then.'
      : 'Their original files, tags, notes and evidence are deleted from this computer. This cannot be undone: only a backup has them then.',
  purgeAction: 'Delete for good',
  purged: (count: number): string => `Deleted ${counted(count, 'badge')} for good`,
} as const;

export const tagWords = {
  tags: 'Your tags',
  open: 'Tags…',
  add: 'Add a tag',
  placeholder: 'A word or two',
  remove: (tag: string): string => `Take off the tag ${tag}`,
  title: (count: number): string => (count === 1 ? 'Tags of this badge' : `Tags of ${count} badges`),
  filter: 'Find a tag, or write a new one',
  addNew: (tag: string): string => `New tag “${tag}”`,
  onAll: (count: number): string => (count === 1 ? 'on it' : 'on all of them'),
  onSome: (count: number): string => `on ${count} of them`,
  noneYet: 'No tags yet. Write one and press Enter.',
  chooseText: (count: number): string =>
    count === 1
      ? 'Choose a tag to put it on; choose it again to take it off.'
      : 'Choose a tag to put it on all; choose one that all have to take it off.',
  added: (tag: string, count: number): string => `Tagged ${counted(count, 'badge')} “${tag}”`,
  takenOff: (tag: string, count: number): string => `Took “${tag}” off ${counted(count, 'badge')}`,
  allTitle: 'All tags',
  allText:
    'Renaming a tag to one that is there makes the two one. Deleting a tag leaves its badges where they are.',
  none: 'No tags yet. Put one on a badge in its details.',
  rename: (tag: string): string => `Rename the tag ${tag}`,
  renameTitle: 'Rename the tag',
  renameAction: 'Rename',
  delete: (tag: string): string => `Delete the tag ${tag}`,
  renamed: (to: string): string => `Renamed the tag to “${to}”`,
  deleted: (tag: string): string => `Deleted the tag “${tag}”`,
  count: (count: number): string => counted(count, 'badge'),
} as const;

export const noteWords = {
  note: 'Your note',
  placeholder: 'What it was for, how it went. Only you see it.',
  saving: 'Saving…',
  saved: 'Saved',
  failed: 'Not saved',
} as const;

export const evidenceWords = {
  own: 'Your evidence',
  ownText: 'Yours, not the issuer’s: it is not part of the badge.',
  add: 'Add evidence…',
  title: 'Add evidence',
  kinds: { text: 'Text', link: 'Link', file: 'File' },
  kind: 'Kind',
  name: 'Title',
  namePlaceholder: 'What it shows',
  text: 'Text',
  url: 'Web address',
  urlPlaceholder: 'https://',
  chooseFile: 'Choose a file…',
  noFile: 'No file chosen',
  fileText: 'A copy is kept in your backpack.',
  notAnAddress: 'Type an address that begins with http:// or https://.',
  addAction: 'Add',
  changeTitle: 'Change the evidence',
  changeAction: 'Save',
  change: (title: string): string => `Change ${title}`,
  remove: (title: string): string => `Remove ${title}`,
  save: 'Save a copy…',
  added: (title: string): string => `Added “${title}”`,
  changed: (title: string): string => `Changed “${title}”`,
  removed: (title: string): string => `Removed “${title}”`,
  untitled: 'Evidence',
} as const;

export const historyWords = {
  title: 'History of this badge',
  loading: 'Looking it up…',
  none: 'Nothing is recorded yet.',
} as const;

export const identityWords = {
  title: 'Your addresses',
  open: 'Your addresses…',
  text: 'Badges sent to one of these are yours. Matched on this computer only; nothing is sent. Add old ones too: e-mail addresses, web addresses, phone numbers, DIDs.',
  address: 'Address',
  addressPlaceholder: 'you@example.edu',
  label: 'Label',
  labelPlaceholder: 'School, work, old…',
  kinds: { email: 'E-mail', url: 'Web address', telephone: 'Phone', did: 'DID', other: 'Other' },
  none: 'None yet.',
  became: (count: number): string =>
    count === 0 ? 'Added. No more badges became yours by it.' : `${counted(count, 'badge')} became yours`,
  known: (address: string): string => `${address} is among your addresses already`,
  relabel: (address: string): string => `Label of ${address}`,
} as const;
