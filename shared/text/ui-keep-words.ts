import type { AutomaticView, ExaminationView, KeepNews, RestoreView } from '../ipc/keep-calls.ts';
import { counted } from './counted.ts';
import { plainDate } from './plain-date.ts';

/** Words of the dialogs about backups, restoring them and looking whether all is whole. */
export const keepWords = {
  backUpTitle: 'Back up',
  backUpIntro:
    'Everything in one file: your badges as they came, collections, notes, evidence, known issuers and what was checked. It is read back and tested before it counts as done.',
  lock: 'Lock it with a passphrase',
  lockText:
    'Without one, anybody who has the file can open it. With one, it takes the passphrase or the recovery code that you get with the backup: without both, nobody can help.',
  passphrase: 'Passphrase',
  passphraseAgain: 'The same again',
  passphraseShort: (least: number): string => `At least ${least} characters; several words are best.`,
  passphraseDiffers: 'The two are not the same yet.',
  backUpAction: 'Choose where…',
  backedUp: (answer: { savedAs: string; badges: number; isLocked: boolean }): string =>
    `${counted(answer.badges, 'badge')} backed up to “${answer.savedAs}”${answer.isLocked ? ', locked with your passphrase' : ''}. It was read back and restored as a test: all is there.`,
  backedUpPartly: (missing: number): string =>
    `${missing === 1 ? 'One file' : `${missing} files`} of the backpack itself ${missing === 1 ? 'is' : 'are'} lost or damaged and not in it. “Check the backpack” names ${missing === 1 ? 'it' : 'them'}; an older backup may still hold ${missing === 1 ? 'it' : 'them'}.`,
  codeTitle: 'Recovery code of this backup',
  codeText:
    'It opens this backup if you forget the passphrase. It is shown only now and kept nowhere: write it down, copy it or print it, and keep it apart from the backup.',
  copyCode: 'Copy the code',
  saveCode: 'Save it to print…',
  savedCode: (fileName: string): string => `Saved “${fileName}”`,
  keepElsewhere: 'Keep a copy on another disk or with somebody you trust.',

  restoreTitle: 'Restore from a backup',
  lockedFile: (fileName: string): string => `“${fileName}” is locked.`,
  open: 'Open',
  passphraseOrCode: 'Passphrase or recovery code',
  holds: (restore: RestoreView): string =>
    restore.asOf === null
      ? 'It is the backup of an empty backpack.'
      : `It holds ${counted(restore.badgesInBackup, 'badge')}, as of ${plainDate(restore.asOf)}${restore.isSameLibrary ? '' : ', of another backpack'}.`,
  wouldCome: (restore: RestoreView): string => {
    if (!restore.isChanged) return 'All of it is here already: restoring it changes nothing.';
    return restore.newBadges === 0
      ? 'All its badges are here; what else is missing comes back.'
      : `${counted(restore.newBadges, 'badge')} would come back.`;
  },
  nothingLost: 'Nothing that is here is lost or changed.',
  isMine: 'This is my own backup',
  isMineText:
    'Then it also brings the issuers that you know, and what was found out when badges were checked. Of a backup from somebody else these are only their word.',
  bringBack: 'Bring deleted badges back',
  bringBackText: (count: number): string =>
    `${counted(count, 'badge')} of it ${count === 1 ? 'was' : 'were'} deleted here since.`,
  restoreAction: 'Restore',
  restored: (restore: RestoreView): string =>
    restore.isChanged
      ? `Restored. ${restore.newBadges === 0 ? 'No badge was missing.' : `${counted(restore.newBadges, 'badge')} came back.`}`
      : 'All of it was here already.',
  leftOut: (restore: RestoreView): string =>
    `Left out: ${[
      ...(restore.leftOut.trust === 0 ? [] : ['known issuers']),
      ...(restore.leftOut.observed === 0 ? [] : ['earlier checks and documents']),
    ].join(' and ')}. Restore it again as your own backup to take them in.`,

  examineTitle: 'Check the backpack',
  looking: 'Looking at every file and every record…',
  sound: (examination: ExaminationView): string => `All is whole: ${counted(examination.badges, 'badge')}.`,
  notSound: 'Something is lost or damaged:',
  traces: 'Nothing is lost. A crash left traces:',
  repaired: 'Mended.',
  setAside: (files: number): string =>
    `${files === 1 ? 'A file as it was found lies' : `${files} files as they were found lie`} in the folder “quarantine” of your library.`,
  repair: 'Repair',
  repairText: 'What is damaged is set aside, never thrown away; what can be made again is made again.',
  stillDamaged: 'What is left cannot be mended from here: restore it from a backup, or add the files again.',

  working: 'Working…',
  steps: {
    writing: 'Writing',
    testing: 'Testing',
    reading: 'Reading',
    adding: 'Adding',
    looking: 'Looking',
  } as const satisfies Record<Extract<KeepNews, { kind: 'progress' }>['step'], string>,
  failed: (message: string, next: string): string => `${message} ${next}`,

  automatic: 'Automatic backups',
  automaticText: 'Once a day while there is something new; the newest seven are kept, tested and unlocked.',
  automaticState: (view: AutomaticView): string =>
    view.lastMade === null
      ? `None yet, in the folder “${view.folderName}”.`
      : `${counted(view.count, 'backup')} in “${view.folderName}”, the newest of ${plainDate(view.lastMade)}.`,
  automaticFailed: (message: string): string => `The last automatic backup failed. ${message}`,
  chooseFolder: 'Another folder…',
  showFolder: 'Show the folder',
} as const;
