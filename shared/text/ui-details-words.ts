import type { Outcome, Source } from '../verify/report.ts';
import { counted } from './counted.ts';

/** Words of the details panel. */
export const detailsWords = {
  nothingTitle: 'No badge selected',
  nothingText: 'Choose one to see what it says and what was checked.',
  manyTitle: (count: number): string => `${count} badges selected`,
  addToCollection: 'Add to collection…',
  exportThese: 'Export…',
  shareThis: 'Share…',
  remove: 'Move to the bin',
  by: (issuer: string): string => `Issued by ${issuer}`,
  unnamedIssuer: 'No issuer named',
  hiddenCharacters: 'Hidden characters were taken out of its name.',
  mixedAlphabets: 'Careful: a name here mixes letters of different alphabets, so it may pass for another.',
  mixedAlphabetsSign: 'Careful: letters of different alphabets',

  checkAgain: 'Check again',
  asks: (hosts: readonly string[]): string => {
    if (hosts.length === 0) return 'Checking again asks the issuer’s site.';
    const learns = hosts.length === 1 ? 'learns' : 'learn';
    return `Checking again asks ${hosts.join(' and ')}, which then ${learns} that somebody holds this badge.`;
  },
  asksNobody: 'Checking again asks no site: the issuer is a key, and all that it takes is in the file.',
  asksIssuers: 'Checking again asks the issuers’ sites, which then learn that somebody holds these badges.',
  asOf: (date: string): string => `As of ${date}`,
  checksTitle: 'What was checked',
  copyReport: 'Copy report',
  notCheckedYet: 'This badge has not been checked yet.',
  source: {
    live: 'asked online',
    captured: 'from a saved document',
    local: 'from the file itself',
  } satisfies Record<Source, string>,
  outcome: {
    pass: 'Passed',
    warn: 'Warning',
    fail: 'Failed',
    unknown: 'Could not be checked',
    'not-applicable': 'Does not apply',
  } satisfies Record<Outcome, string>,

  description: 'Description',
  criteria: 'Criteria',
  evidence: 'Evidence',
  skills: 'Skills',
  results: 'Results',
  dates: 'Dates',
  issuedOn: 'Issued',
  validFrom: 'Valid from',
  expires: 'Expires',
  never: 'Never',
  notSaidHere: 'Not known: the file holds only the badge’s address',
  unreadableDate: (text: string): string => `“${text}”, which cannot be read`,
  added: 'Added',
  recipient: 'Recipient',
  recipientYours: 'Issued to you',
  recipientNotYours: 'Issued to an address that is not among yours',
  recipientNotChecked: 'Not matched to an address of yours',
  recipientHidden: 'An address that the badge keeps hidden',
  addAddress: 'Your addresses…',
  takenFrom: (hosts: string, date: string): string =>
    `The file itself only names where its details are. They were taken from ${hosts} as of ${date}.`,
  creator: 'Defined by',
  tags: 'Issuer’s tags',
  endorsements: 'Endorsements',
  endorsementsUnread: (count: number): string =>
    count === 1 ? '1 more could not be read.' : `${count} more could not be read.`,
  changed: 'What changed',
  partOf: 'Part of',
  holds: (count: number): string => `Holds ${counted(count, 'badge')}`,
  cameWith: (others: number): string => `It came in one file with ${counted(others, 'other')}.`,
  judgedAlone: 'Each is checked on its own: the whole says nothing about its parts, nor they about it.',
  moreThanMonth: 'more than a month ago',
  collections: 'In collections',
  sameAs: 'Another copy of this badge is here too.',
  twinContradicts:
    'Careful: another badge here has the same identifier but says something else. Both are kept; go by their verdicts.',
  pictureNotSigned: 'The picture is not part of the signature: go by the name and the texts.',
  file: 'File',
  fileName: 'Name',
  fileSize: 'Size',
  container: 'Found in',
  sha256: 'SHA-256',
  copyHash: 'Copy the SHA-256',
  copyIdentifier: 'Copy the whole identifier',
  saveOriginal: 'Save original…',
  technical: 'Technical details',
  version: 'Version',
  identifier: 'Identifier',
  issuerId: 'Issuer’s identifier',
  proof: 'Proof',
  engine: 'Checked with',
  readingNotes: 'Noticed while reading',
  raw: 'Raw data',
  copyRaw: 'Copy raw data',
  rawCut: (shown: number, total: number): string =>
    `The first ${shown} of ${total} characters. Copy takes all.`,
  opensInBrowser: (host: string): string => `Opens ${host} in your browser`,
  size: (bytes: number): string => {
    if (bytes < 1_000) return `${bytes} bytes`;
    return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  },
} as const;

/** What each form of proof is called. */
export const proofWords = {
  hosted: 'Hosted: the issuer’s site answers for it',
  jws: 'Signed (JWS)',
  'vc-jwt': 'Signed (VC-JWT)',
  'data-integrity': 'Signed (Data Integrity)',
  'sd-jwt': 'Signed (SD-JWT)',
  blockcerts: 'Blockcerts',
  none: 'None',
} as const;
