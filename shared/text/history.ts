/** The lines of a badge's history. */
export const historyWords = {
  added: (fileName: string): string => `Imported from ${quoted(fileName)}`,
  addedAgain: (fileName: string): string => `Imported again from ${quoted(fileName)}`,
  removed: 'Put into the bin',
  restored: 'Taken out of the bin',
  purged: 'Deleted for good',
  checked: (times: number, verdict: string): string =>
    times === 1 ? `Checked: ${verdict}` : `Checked ${times} times: ${verdict}`,
  described: 'The issuer’s site told more about it',
  putInto: (collection: string): string => `Put into ${quoted(collection)}`,
  takenOut: (collection: string): string => `Taken out of ${quoted(collection)}`,
  tagged: (tag: string): string => `Tag ${quoted(tag)} added`,
  untagged: (tag: string): string => `Tag ${quoted(tag)} taken off`,
  noteWritten: 'Note written',
  noteChanged: 'Note changed',
  noteRemoved: 'Note removed',
  evidenceAdded: (title: string): string => `Evidence added${named(title)}`,
  evidenceChanged: (title: string): string => `Evidence changed${named(title)}`,
  evidenceRemoved: (title: string): string => `Evidence removed${named(title)}`,
} as const;

function named(title: string): string {
  return title === '' ? '' : `: ${quoted(title)}`;
}

function quoted(name: string): string {
  return `“${name}”`;
}
