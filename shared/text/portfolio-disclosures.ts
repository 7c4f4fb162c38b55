/** Words of the list of what leaves in an export: a title, what leaves, and what it costs to leave it out. */
export const disclosureText = {
  originals: {
    title: 'The original files',
    sentence:
      'Each badge’s file, unchanged, and the saved documents that checking it needs. All that its issuer wrote inside leaves with it: mostly your address or a code made from it, sometimes your name, evidence and grades.',
    cost: 'Without the original file the employer cannot check this badge, and has only the words of the page.',
  },
  'person-name': {
    title: 'Your name',
    sentence: 'The name that you wrote on the page.',
    cost: 'Without it the page does not say whose badges these are.',
  },
  'person-contact': {
    title: 'How to reach you',
    sentence: 'The contact that you wrote on the page.',
    cost: 'Without it the reader has to know already how to reach you.',
  },
  'own-words': {
    title: 'Your own words',
    sentence: 'Your introduction, the titles and texts of sections, your stories and your own evidence.',
    cost: 'Without them the page holds the badges alone.',
  },
  recipients: {
    title: 'Addresses that badges name as yours',
    sentence: 'Addresses and other signs of you that issuers wrote into badges, printed beside each.',
    cost: 'Without them the reader does not see to whom a badge was given.',
  },
  'badge-page': {
    title: 'Where your badges lie at their issuers',
    sentence:
      'The address of each badge’s own page at its issuer’s site, in a PDF also as a code for telephones. Such a page may show your name, and its site learns of whoever opens it.',
    cost: 'Without it the reader is shown at most what such a badge stands for, not where the issuer lists yours.',
  },
  evidence: {
    title: 'Evidence named by issuers',
    sentence: 'Links to and descriptions of the work that a badge was given for.',
    cost: 'Without it the reader cannot look at your work.',
  },
  results: {
    title: 'Grades and scores',
    sentence: 'Results that issuers wrote into badges.',
    cost: 'Without them the reader does not see how well you did.',
  },
  dates: {
    title: 'Dates',
    sentence: 'When each badge was issued and until when it is valid.',
    cost: 'Without them the reader does not see how recent a badge is. A verdict still names a date where it rests on one.',
  },
  hashed: (algorithm: string): string => `an address as a code (${algorithm}), which can be guessed`,
  evidenceInside: 'evidence that issuers named',
  resultsInside: 'grades and scores',
  notes: 'Your private notes, your other collections and the addresses in your settings never leave.',
} as const;
