import type { ErrorCode } from '../../errors.ts';
import type { ErrorWords } from './error-words.ts';

/** What stands in the way of an export. */
export const leavingErrors = {
  'export/no-printer': {
    message: 'A PDF is printed by the app’s own window, which is not there.',
    next: 'Open the app and choose Export; web pages, archives and JSON need no window.',
  },
  'export/too-many-files': {
    message: 'A PDF cannot carry so many files[ (at most {limit})].',
    next: 'Leave the original files out of it, or export an archive.',
  },
  'export/nothing-to-export': {
    message: 'There is nothing to export.',
    next: 'Choose at least one badge.',
  },
  'export/not-printed': {
    message: 'The PDF could not be made.',
    next: 'Try again, or save it as a web page and print that.',
  },
  'export/no-card': {
    message: 'The picture card could not be drawn.',
    next: 'Try again; if it stays so, export the badge or share its original file instead.',
  },
  'export/cannot-write': {
    message: 'The file could not be written[ as {name}].',
    next: 'Choose another place, or make room on the disk.',
  },
  'export/inside-backpack': {
    message: 'That place is among the files of a backpack, and nothing may take their place.',
    next: 'Choose another folder.',
  },
  'export/busy': {
    message: 'Another export is on its way.',
    next: 'Wait until it is saved, or stop it.',
  },
  'export/clr-needs-credentials': {
    message: 'None of these badges can stand in a learner record: it takes signed Open Badges 3.0 as JSON.',
    next: 'Choose another form: a presentation takes badges of every kind.',
  },
  'export/not-signable': {
    message: 'This export cannot be signed: something in it has no fixed spelling.',
    next: 'Save it unsigned: each badge in it still carries its own proof.',
  },
  'export/too-large-to-sign': {
    message: 'This export is too large to be signed[ (at most {limitBytes})].',
    next: 'Choose fewer badges, or save it unsigned or as an archive.',
  },
  'signing/no-key': {
    message: 'There is no key to sign with.',
    next: 'Make your key in the app, when you export. The command line has no keyring and signs nothing.',
  },
  'signing/no-keyring': {
    message: 'This system has no keyring in which your key could be kept.',
    next: 'Keep the key until you close the app, or save the export unsigned.',
  },
  'signing/locked': {
    message: 'The keyring of this system did not give your key back.',
    next: 'Unlock the keyring and try again. If it is gone, forget this key and make a new one.',
  },
  'export/needs-originals': {
    message: 'This kind of export is made of the original files, which are switched off.',
    next: 'Let the original files leave, or export a web page.',
  },
} as const satisfies Partial<Readonly<Record<ErrorCode, ErrorWords>>>;
