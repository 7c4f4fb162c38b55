import type { Outcome, Report } from '../verify/report.ts';
import { plainDate } from './plain-date.ts';
import { headlineOf } from './verdicts.ts';

/**
 * The verdict's sentence for somebody who reads an exported page: that of the headline, without the words that speak to
 * the owner of the backpack.
 */
export function sentenceForReaders(report: Report, nowMs: number): string {
  const headline = headlineOf(report, nowMs);
  if (headline.verdict === 'verified-earlier') {
    return `Everything passed as of ${plainDate(headline.asOf)}. It was not asked again since.`;
  }
  if (headline.verdict === 'unconfirmed' && report.issuerBinding.value === 'self-asserted') {
    return 'Intact. The issuer is known only by its key, and nobody vouches for the name.';
  }
  return headline.sentence;
}

/** The words of an exported page. Texts with a date or a count are functions. */
export const portfolioText = {
  generator: 'Badge Backpack',
  notChecked: { word: 'Not checked', sentence: 'This badge was not checked before this page was made.' },
  untitledBadge: 'Badge without a name',
  unnamedIssuer: 'an issuer without a name',
  addressLeftOut: '[address left out]',

  made: (day: string): string => `This page was made with Badge Backpack on ${plainDate(day)}.`,
  caution:
    'A page like this can be altered by whoever passes it on. The original badges are inside, so that you can check them yourself:',
  cautionLink: 'how to check',
  countOfBadges: (count: number): string => (count === 1 ? '1 badge' : `${count} badges`),
  overview: 'At a glance',
  contents: 'Badges on this page',

  issuedBy: 'Issued by',
  claimsIssuer: 'Issuer named in the file:',
  definedBy: 'Defined by',
  issuedOn: 'Issued',
  validUntil: 'Valid until',
  asChecked: (day: string): string => `as checked on ${plainDate(day)} by Badge Backpack`,
  claimsOnly: 'What follows is what the file says; it is not confirmed.',

  about: 'About this badge',
  criteria: 'How it is earned',
  criteriaPage: 'Criteria page',
  skills: 'Skills',
  results: 'Results',
  tags: 'Keywords',
  unsignedParts: 'Not covered by the signature',

  checks: (count: number): string => (count === 1 ? '1 check' : `${count} checks`),
  checkedOn: (day: string): string => `on ${plainDate(day)}`,
  fromSavedDocument: (day: string): string => `from a document saved on ${plainDate(day)}`,

  original: 'Original file',
  save: 'Save',
  sha256: 'SHA-256',
  sameFile: 'is the same file as that of',

  howToCheck: 'Check these badges yourself',
  howToCheckWhy:
    'The verdicts on this page are what Badge Backpack found on the dates given. The page is an ordinary file, and whoever hands it to you could have changed its words. The badges themselves prove more than this page can:',
  howToCheckSteps: [
    'Save the original file of a badge: each is inside this page, with its own name.',
    'Drop it on Badge Backpack, or on any validator of Open Badges. A validator reads the signature inside the file, not this page.',
    'Compare what it says with what stands here. The SHA-256 beside a file tells you whether two copies are the same file.',
  ],
  whatIsInside:
    'This page loads nothing from the network and runs no program. It leaves out the addresses of the badges’ owner; the original files hold what their issuers put into them, which may be such an address or a code made from it.',
  pictureNote: 'A badge’s picture is not part of its signature.',
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
