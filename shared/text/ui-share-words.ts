import type { LinkedInFieldName } from '../social/linkedin-link.ts';
import type { ShareSwitches } from '../social/share-switches.ts';

/** Words of showing a badge or a portfolio elsewhere. */
export const shareWords = {
  share: 'Share…',
  badgeTitle: 'Share a badge',
  portfolioTitle: 'Share a portfolio',
  preparing: 'Checking it as others could…',
  preparingMany: (done: number, total: number): string =>
    `Checking its badges as others could: ${done} of ${total} …`,
  failed: 'It could not be prepared. Close this and try again.',

  leaves: 'What leaves this computer',
  leavesOfBadge:
    'Always: the name of the badge, its picture, who issued it, and what the check found. Everything is made on this computer; nothing is sent before you do it.',
  leavesOfPortfolio:
    'Always: the title, the pictures of its badges, how many there are, and how they stand. Everything is made on this computer; nothing is sent before you do it.',
  switches: {
    name: 'Your name',
    dates: 'Its dates',
    page: 'The page of this very badge',
    identifier: 'Its id',
  } satisfies Readonly<Record<keyof ShareSwitches, string>>,
  switchTexts: {
    name: 'On the picture, and in the words of the snippet.',
    dates: 'On the picture, and in LinkedIn’s form.',
    page: 'In LinkedIn’s form, and as the link of the snippet. Whoever opens it sees what the issuer tells of you there; without it they have to ask you for the badge.',
    identifier: 'In LinkedIn’s form. It tells two badges of one kind apart.',
  } satisfies Readonly<Record<keyof ShareSwitches, string>>,
  noName: 'The badge does not name you, so that no name is on the picture.',
  notGood: (word: string): string =>
    `This badge is not in order (${word}). Whoever checks it will see that, and the picture says it too.`,

  /** What others could not confirm is neither good nor bad; a list of known issuers is its owner's alone. */
  notConfirmed: (word: string): string =>
    `For others nothing confirms this badge so far (${word}); your own list of known issuers stays here. The picture says it too.`,

  parts: 'Ways to share it',
  card: 'Picture card',
  linkedIn: 'LinkedIn',
  embed: 'Embed',

  cardText: 'A picture of 1200 × 630 pixels, as networks show them. It carries no hidden data.',
  cardMissing: 'The picture could not be drawn. Close this and try again.',
  saveCard: 'Save the picture…',
  copyCard: 'Copy the picture',
  cardCopied: 'The picture is on the clipboard.',

  linkedInText:
    'LinkedIn’s own form opens in your browser, filled with exactly these fields. LinkedIn reads them as soon as it opens; your profile changes only when you save it there.',
  fields: {
    name: 'Name',
    organizationName: 'Issuing organisation',
    issueYear: 'Issued: year',
    issueMonth: 'Issued: month',
    expirationYear: 'Expires: year',
    expirationMonth: 'Expires: month',
    certUrl: 'Credential address',
    certId: 'Credential id',
  } satisfies Readonly<Record<LinkedInFieldName, string>>,
  linkedInAddress: 'The address that opens',
  openLinkedIn: 'Open LinkedIn…',
  copyLink: 'Copy the link',
  oneAtATime: 'LinkedIn takes one badge at a time. Share one of these:',
  shareOne: (name: string): string => `Share “${name}”…`,

  embedText:
    'HTML for a page of your own. The picture is inside it, so that nothing is loaded from anywhere and nobody is told who looks at it.',
  embedLimit:
    'It is a picture, not a check: it proves nothing by itself, and it stays as it is when the badge ends or is withdrawn. To prove something, export a page that checks itself, or give the original file.',
  snippet: 'The snippet',
  snippetCut: 'The characters of the picture are left out here; copying takes all of them.',
  size: (characters: number): string => `${Math.ceil(characters / 1_000)} kB`,
  copySnippet: 'Copy the snippet',
  noted: 'A saved picture and an opened form are noted under “What left this computer” in Portfolios.',
} as const;
