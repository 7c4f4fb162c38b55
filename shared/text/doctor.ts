/** Everything that looking through a library may find. */
export type FindingKind =
  | 'identity-lost'
  | 'line-damaged'
  | 'line-torn'
  | 'journal-unreadable'
  | 'original-missing'
  | 'original-damaged'
  | 'original-unrecorded'
  | 'evidence-missing'
  | 'evidence-damaged'
  | 'evidence-unrecorded'
  | 'deleted-left-over'
  | 'document-missing'
  | 'document-damaged'
  | 'snapshot-damaged'
  | 'snapshot-wrong'
  | 'temporary-old';

/** `damage`: something that was kept is lost or wrong. `leftover`: a trace of a crash; nothing that was kept is lost. */
export type FindingSeverity = 'damage' | 'leftover';

/** Severity, sentence and next step of a finding; `subject` is a file's or badge's name, or a hash. */
export function wordsForFinding(
  kind: FindingKind,
  subject: string,
): { readonly severity: FindingSeverity; readonly message: string; readonly next: string } {
  const { severity, message, next } = findings[kind];
  return { severity, message: message.replace('{subject}', () => subject), next };
}

const restoreIt = 'Put it back from a backup, or add the badge’s file again.';
const repairIt = 'Run doctor with --repair.';

const findings: Readonly<
  Record<FindingKind, { readonly severity: FindingSeverity; readonly message: string; readonly next: string }>
> = {
  'identity-lost': {
    severity: 'damage',
    message: 'The file {subject}, which names the library, is missing or damaged.',
    next: repairIt,
  },
  'line-damaged': {
    severity: 'damage',
    message: 'A record is damaged: {subject}. The others are not affected.',
    next: `${repairIt} The badge itself comes back from its original.`,
  },
  'line-torn': {
    severity: 'leftover',
    message:
      'The last record of {subject} was cut off while it was written; it had not been reported as saved.',
    next: repairIt,
  },
  'journal-unreadable': {
    severity: 'damage',
    message: 'The journal {subject} cannot be read.',
    next: 'Look at the permissions of that file and at the disk.',
  },
  'original-missing': {
    severity: 'damage',
    message: 'The original file of {subject} is missing.',
    next: restoreIt,
  },
  'original-damaged': {
    severity: 'damage',
    message: 'The original file of {subject} is damaged: it is not what was imported.',
    next: restoreIt,
  },
  'original-unrecorded': {
    severity: 'leftover',
    message: 'A file was kept, but its record was not: {subject}.',
    next: repairIt,
  },
  'evidence-missing': {
    severity: 'damage',
    message: 'A file that you added as evidence is missing: {subject}.',
    next: 'Put it back from a backup, or remove that evidence and add the file again.',
  },
  'evidence-damaged': {
    severity: 'damage',
    message: 'A file that you added as evidence is damaged: {subject}.',
    next: 'Put it back from a backup, or remove that evidence and add the file again.',
  },
  'evidence-unrecorded': {
    severity: 'leftover',
    message: 'A file of evidence was kept, but its record was not: {subject}.',
    next: `${repairIt} The file is set aside then.`,
  },
  'deleted-left-over': {
    severity: 'leftover',
    message: 'A badge was deleted for good, but a file of it is still there: {subject}.',
    next: repairIt,
  },
  'document-missing': {
    severity: 'damage',
    message: 'A captured document is missing: {subject}.',
    next: 'Check the badges of that issuer again while you are online.',
  },
  'document-damaged': {
    severity: 'damage',
    message: 'A captured document is damaged: {subject}.',
    next: 'Check the badges of that issuer again while you are online.',
  },
  'snapshot-damaged': {
    severity: 'leftover',
    message: 'The snapshot for a quick start is damaged; the library does not depend on it.',
    next: repairIt,
  },
  'snapshot-wrong': {
    severity: 'damage',
    message: 'The snapshot for a quick start does not say what the journals say.',
    next: repairIt,
  },
  'temporary-old': {
    severity: 'leftover',
    message: 'A temporary file was left behind: {subject}.',
    next: repairIt,
  },
};
