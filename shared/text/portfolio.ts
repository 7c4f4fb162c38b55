import type { Outcome, Report } from '../verify/report.ts';
import { reportAt } from '../verify/verdict.ts';
import { counted } from './counted.ts';
import { plainDate } from './plain-date.ts';
import { askWhoTheyAre, headlineOf, isPutTogether } from './verdicts.ts';

/**
 * The verdict's sentence for somebody who reads an exported page: that of the headline, without the words that speak to
 * the owner of the backpack.
 */
export function sentenceForReaders(report: Report, nowMs: number): string {
  const headline = headlineOf(report, nowMs);
  if (headline.verdict === 'verified-earlier' && !isPutTogether(report)) {
    return `Verified as of ${plainDate(headline.asOf)}. It was not asked again since.`;
  }
  const isByKey = reportAt(report, nowMs).issuerBinding.value === 'self-asserted';
  if (headline.verdict === 'unconfirmed' && isByKey) return headline.sentence.replace(askWhoTheyAre, '');
  return headline.sentence;
}

/** The words of an exported page. Texts with a date or a count are functions. */
export const portfolioText = {
  generator: 'Badge Backpack',
  notChecked: { word: 'Not checked', sentence: 'This badge was not checked before this page was made.' },
  untitledBadge: 'Badge without a name',
  unnamedIssuer: 'an issuer without a name',
  addressLeftOut: '[address left out]',

  made: (day: string): string =>
    `This page was made with Badge Backpack on ${plainDate(day)}. Its title and its headings are its owner’s.`,
  caution: (holdsOriginals: boolean): string =>
    holdsOriginals
      ? 'A page like this can be altered by whoever passes it on. The original badges are inside, so that you can check them yourself:'
      : 'A page like this can be altered by whoever passes it on. It holds no original badges, so that nothing on it can be checked without asking for them:',
  cautionLink: 'how to check',
  countOfBadges: (count: number): string => counted(count, 'badge'),
  overview: 'At a glance',
  contents: 'Badges on this page',

  noScript: (day: string): string =>
    `This page has not checked its badges itself: your browser runs no scripts here, or has not come to it yet. What it says of them is as checked on ${plainDate(day)} by Badge Backpack.`,
  noCrypto: (day: string): string =>
    `Your browser offers no cryptography here, so this page could not check its badges. What it says of them is as checked on ${plainDate(day)} by Badge Backpack.`,
  checking: (done: number, total: number): string =>
    `Checking the badges in this page: ${done} of ${total} …`,
  liveDone: (count: number, day: string): string =>
    `This page checked ${count === 1 ? 'its badge' : `its ${count} badges`} in your browser on ${plainDate(day)}, from the files and documents saved inside it, with no network.`,
  liveSame: 'Every verdict is the one that it was made with.',
  liveDiffers: (count: number): string =>
    count === 1
      ? '1 badge has another verdict than the page was made with; it is marked.'
      : `${count} badges have another verdict than the page was made with; they are marked.`,
  liveForge: 'A forged page can say this too. To be sure, check the files outside of it:',
  liveAsOf: (day: string): string => `checked in this page on ${plainDate(day)}`,
  saidBefore: (word: string, day: string): string =>
    `When the page was made, on ${plainDate(day)}, it said: ${word}.`,
  fileAltered: 'The file in this page is not the one that was checked: its SHA-256 is another.',
  fileMissing: 'The file of this badge is not in the page, so that it could not be checked here.',
  fileUnreadable: 'The file of this badge could not be read here.',
  wordsDiffer: (fields: string): string =>
    `The page says something else of this badge than its file does: ${fields}.`,
  fields: {
    name: 'name',
    type: 'kind',
    issuer: 'issuer',
    recipients: 'owner',
    issued: 'date of issue',
    until: 'end of validity',
    creator: 'who defined it',
    description: 'description',
    criteria: 'how it is earned',
    skills: 'skills',
    results: 'results',
    evidence: 'evidence',
    tags: 'keywords',
  },

  issuedBy: 'Issued by',
  givenTo: 'Given to',
  claimsIssuer: 'Issuer named in the file:',
  definedBy: 'Defined by',
  issuedOn: 'Issued',
  validUntil: 'Valid until',
  asChecked: (day: string): string => `as checked on ${plainDate(day)} by Badge Backpack`,
  claimsOnly: 'What follows is what the file says; it is not confirmed.',

  issuerPageOwn: 'This badge at its issuer',
  issuerPageOwnClaimed: 'This badge at the issuer that its file names',
  issuerPageKind: 'What this badge stands for, at its issuer',
  issuerPageKindClaimed: 'What this badge stands for, at the issuer that its file names',
  codeOf: (url: string): string => `Code that leads to ${url}`,

  about: 'About this badge',
  criteria: 'How it is earned',
  criteriaPage: 'Criteria page',
  skills: 'Skills',
  results: 'Results',
  evidence: 'Evidence',
  evidencePage: 'Evidence',
  ownWords: 'In the words of the badge’s owner',
  ownerWords: 'In the words of the page’s owner',
  tags: 'Keywords',
  unsignedParts: 'Not covered by the signature',

  checks: (count: number): string => counted(count, 'check'),
  checkedOn: (day: string): string => `on ${plainDate(day)}`,
  fromSavedDocument: (day: string): string => `from a document saved on ${plainDate(day)}`,

  original: 'Original file',
  attached: 'Original file, attached to this document',
  save: 'Save',
  savePicture:
    'The picture of this badge is the original file: save it with “Save image as…” of your browser.',
  hashes: 'SHA-256 of all original files',
  sha256: 'SHA-256',
  sameFile: 'is the same file as that of',

  howToCheck: 'Check these badges yourself',
  howToCheckWhy:
    'The verdicts on this page are what Badge Backpack found on the dates given. The page is an ordinary file, and whoever hands it to you could have changed its words. The badges themselves prove more than this page can:',
  howToCheckSteps: [
    'Save the original file of a badge: each is inside this page, with its own name. Badge Backpack also takes this whole page: drop it there, and it judges every badge inside by itself.',
    'Drop it on Badge Backpack, or on any validator of Open Badges. A validator reads the signature inside the file, not this page.',
    'Compare what it says with what stands here. The SHA-256 beside a file tells you whether two copies are the same file.',
  ],
  howToCheckAttached: [
    'Save the original file of a badge: each is attached to this document under the name that stands beside its badge. Most readers list them under “Attachments”. Badge Backpack also takes this whole document: drop it there, and it judges every badge inside by itself.',
    'Drop it on Badge Backpack, or on any validator of Open Badges. A validator reads the signature inside the file, not these words.',
    'Compare what it says with what stands here. The SHA-256 beside a file tells you whether two copies are the same file.',
  ],
  howToCheckWithout: [
    'Ask the owner of the badges for the original files, or for this page with the originals inside.',
    'Drop each file on Badge Backpack, or on any validator of Open Badges. A validator reads the signature inside the file, not this page.',
    'Compare what it says with what stands here.',
  ],
  whatIsInside: (holdsOriginals: boolean): string =>
    holdsOriginals
      ? 'This page loads nothing from the network. Its one program is the verifier of Badge Backpack, which checks the files inside. The original files hold what their issuers put into them, which may be an address of their owner or a code made from it.'
      : 'This page loads nothing from the network and runs no program.',
  pictureNote: 'A badge’s picture is not part of its signature.',
} as const;

/** Words inside a PDF that stand on none of its pages: what a reader of pages says aloud, or lists. */
export const pdfWords = {
  linkTo: (url: string): string => `Link to ${url}`,
  savedDocument: (url: string, fetchedAt: string): string =>
    `What ${url} answered on ${plainDate(fetchedAt)}`,
  manifest: 'List of the attached files with their SHA-256, for programs',
  linkInside: 'Link to another place in this document',
} as const;

/** How a check ended, as a mark and its word. */
export const outcomeWords: Readonly<Record<Outcome, { readonly mark: string; readonly word: string }>> = {
  pass: { mark: '✓', word: 'Passed' },
  warn: { mark: '!', word: 'Note' },
  fail: { mark: '✕', word: 'Failed' },
  unknown: { mark: '?', word: 'Could not be checked' },
  'not-applicable': { mark: '–', word: 'Does not apply' },
};

/** A size for people, in decimal units: `640 bytes`, `12 kB`, `3.4 MB`. */
export function plainSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
