/** Words about deleting everything, in the window and in the system's dialog. */
export const deleteWords = {
  danger: 'Delete everything',
  dangerText:
    'Removes your backpack and all that this app keeps on this computer. Nothing brings it back but a backup.',
  open: 'Delete everything…',
  title: 'Delete everything',
  intro: 'All of this is removed from this computer for good:',
  items: [
    'every badge as it came, the bin, and the documents that were captured with them',
    'collections, tags, notes, your own evidence, saved searches and portfolios',
    'your addresses, the issuers that you know, trust packs and the history of it all',
    'settings, small pictures, lists of imports, and the key of this computer',
  ],
  synchronised: 'Where another computer shares the folder of your backpack, it is removed there too.',
  stays: 'What you saved elsewhere stays: exported files, and backups that you put somewhere yourself.',
  backups: 'Delete the automatic backups too',
  backupsText: 'Without them nothing that you have not kept elsewhere can be restored.',
  word: 'delete everything',
  type: (word: string): string => `Type “${word}” to go on`,
  action: 'Delete everything',
  working: 'Deleting…',
  question: 'Delete your whole backpack from this computer?',
  questionDetail: 'Its badges and all that this app keeps are removed for good. The automatic backups stay.',
  questionWithBackups:
    'Its badges, all that this app keeps and the automatic backups are removed for good. Nothing brings them back.',
} as const;
