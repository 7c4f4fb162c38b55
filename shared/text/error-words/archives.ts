import type { ErrorCode } from '../../errors.ts';
import type { ErrorWords } from './error-words.ts';

const unpack = 'Unpack it with another program, look at what comes out, and add that folder.';

/** What stands in the way of opening an archive. */
export const archivesErrors = {
  'archive/too-large': {
    message: 'This ZIP archive is larger than can be opened safely[ (at most {limitBytes})].',
    next: unpack,
  },
  'archive/too-many-entries': {
    message: 'This ZIP archive holds more files than can be added at once[ (at most {limit})].',
    next: unpack,
  },
  'archive/inflates-too-much': {
    message: 'This would unpack to far more than badges need[ (at most {limitBytes})], so it was left alone.',
    next: 'Do not unpack it elsewhere either, unless you know well where it comes from.',
  },
  'archive/nested-too-deep': {
    message: 'This ZIP archive lies too deep inside others, so it was not opened.',
    next: 'Unpack the outer archive, and add this one by itself.',
  },
  'archive/ambiguous': {
    message: 'This ZIP archive can be read in two ways, so nothing in it was taken.',
    next: 'Download it again. If it is still refused, ask whoever made it for a new one.',
  },
  'archive/unsafe-name': {
    message: 'This ZIP archive holds a name that leads out of it, so nothing in it was taken.',
    next: 'Do not unpack it elsewhere. Ask whoever made it for a new one.',
  },
  'archive/link': {
    message: 'This ZIP archive holds a link or a device in place of a file, so nothing in it was taken.',
    next: 'Ask whoever made it for one with the files themselves.',
  },
  'archive/in-parts': {
    message: 'This is one part of a ZIP archive that was cut in several.',
    next: 'Put the parts together with the program that cut them, then add the whole archive.',
  },
  'archive/encrypted': {
    message: 'This file in the ZIP archive is locked with a password.',
    next: 'Unpack the archive with its password, and add the folder that comes out.',
  },
  'archive/unsupported-method': {
    message: 'This file in the ZIP archive is packed in a way that is not supported[ (method {kind})].',
    next: 'Unpack the archive with another program, and add the folder that comes out.',
  },
  'archive/damaged': { message: 'This ZIP archive is damaged or cut off.', next: 'Download it again.' },
  'archive/damaged-entry': {
    message: 'This file in the ZIP archive is damaged: its contents do not fit what the archive says of it.',
    next: 'Download the archive again.',
  },
  'archive/empty': {
    message: 'This ZIP archive holds no files.',
    next: 'Look whether it is the right one, or download it again.',
  },
  'archive/wrong-name': {
    message: 'The name of this file says {named}, but it is a ZIP archive.',
    next: 'Change the end of its name to .zip, and add it again.',
  },
} as const satisfies Partial<Readonly<Record<ErrorCode, ErrorWords>>>;
