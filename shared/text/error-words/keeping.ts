import type { ErrorCode } from '../../errors.ts';
import type { ErrorWords } from './error-words.ts';

/** What stands in the way of keeping, changing and backing up what is there. */
export const keepingErrors = {
  'store/disk-full': {
    message: 'The disk is full, so nothing was saved.',
    next: 'Make room, then try again. What was saved before is safe.',
  },
  'store/no-permission': {
    message: 'The backpack’s folder may not be opened or written to.',
    next: 'Change the permissions of the folder, or choose another one.',
  },
  'store/read-only': {
    message: 'The backpack is open for reading only.',
    next: 'Close the other window or program that holds it, then open it again.',
  },
  'store/locked': {
    message: 'Another program is using this backpack.',
    next: 'Close the other one, then try again.',
  },
  'store/in-use': {
    message: 'Another program holds a file of the backpack, or its folder may not be written to.',
    next: 'Close what may hold it, such as a virus scanner or a program that synchronises, then try again.',
  },
  'store/damaged': {
    message: 'A file of the backpack is damaged[: {file}]. Everything else is unharmed.',
    next: 'Run the check of the backpack, which sets the damaged file aside.',
  },
  'store/io': {
    message: 'The disk reported an error.',
    next: 'Check the disk, then try again. What was saved before is safe.',
  },
  'store/newer-format': {
    message: 'This backpack was written by a newer version of the program.',
    next: 'Update the program.',
  },
  'store/not-found': {
    message: 'This is not in the backpack.',
    next: 'Look whether it was removed, or open the backpack that holds it.',
  },
  'backup/not-a-backup': {
    message: 'This file is no backup of a backpack.',
    next: 'Choose the file that “Back up” wrote. Badges in any other file come in by “Add badges”.',
  },
  'backup/needs-passphrase': {
    message: 'This backup is locked with a passphrase.',
    next: 'Give the passphrase that was set when it was made, or its recovery code.',
  },
  'backup/wrong-passphrase': {
    message: 'This passphrase does not open the backup. Nothing was changed.',
    next: 'Look at capital letters, spaces and the keyboard’s language, or use the recovery code of this very backup.',
  },
  'backup/mistyped-code': {
    message: 'A sign of this recovery code is not as it was written down. Nothing was changed.',
    next: 'Compare it group by group: it has 28 digits and capital letters, and never I, L, O or U.',
  },
  'backup/short-passphrase': {
    message: 'This passphrase is too short[: it needs at least {limit} characters].',
    next: 'Take several words that only you would put together.',
  },
  'backup/damaged': {
    message: 'This backup is damaged or was changed[: {file}]. Nothing of it was taken in.',
    next: 'Take another backup, or copy this one again from where it came.',
  },
  'backup/newer-format': {
    message: 'This backup was written by a newer version of the program.',
    next: 'Update the program, then restore it.',
  },
  'backup/not-confirmed': {
    message: 'The backup was written, but did not read back as it should, so it was removed.',
    next: 'Try again in another place; the disk may be failing.',
  },
  'backup/inside-library': {
    message: 'A backup inside the backpack’s own folder would be lost together with it.',
    next: 'Choose another folder, best on another disk.',
  },
  'backup/busy': {
    message: 'Another backup, restore or check of the backpack is running.',
    next: 'Wait until it is done, or cancel it.',
  },
  'store/file-missing': {
    message: 'The file of this badge[, {name},] is not in the backpack’s folder.',
    next: 'If the folder is being synchronised, wait until the file has arrived. Else put it back from a backup, or add it again.',
  },
  'edit/into-itself': {
    message: 'A collection cannot be put into itself or into one that it holds.',
    next: 'Choose another collection, or none.',
  },
  'edit/too-deep': {
    message: 'Collections would be nested too deep[ (at most {limit} levels)].',
    next: 'Choose a collection that is nearer to the top.',
  },
  'edit/smart-collection': {
    message:
      'A smart collection holds what its search finds: nothing can be put in, taken out or moved by hand.',
    next: 'Change its search, or make a collection of the usual kind.',
  },
  'edit/too-much-evidence': {
    message: 'This badge has all the evidence that one badge may have[ ({limit})].',
    next: 'Remove some of it first.',
  },
  'edit/not-an-address': {
    message: 'This is not a web address.',
    next: 'Give an address that begins with https:// or http://.',
  },
  'edit/too-many-portfolios': {
    message: 'There are as many portfolios as there may be[ ({limit})].',
    next: 'Delete one that is no longer needed.',
  },
  'edit/portfolio-too-long': {
    message: 'This portfolio is too long to be kept.',
    next: 'Shorten its texts, or make two portfolios of it.',
  },
} as const satisfies Partial<Readonly<Record<ErrorCode, ErrorWords>>>;
