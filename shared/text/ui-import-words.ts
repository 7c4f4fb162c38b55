/** Words of adding badges: the drag, the progress, the rows. */
export const importWords = {
  accepted: 'PNG, SVG, JSON and JWS, from any platform. Folders and ZIP archives too.',
  dropTitle: (count: number | null): string => {
    if (count === null) return 'Drop to add badges';
    return count === 1 ? 'Drop to add 1 badge' : `Drop to add ${count} badges`;
  },
  dropOthers: (bad: number): string =>
    bad === 1
      ? '1 other file is of a kind that cannot hold a badge'
      : `${bad} other files are of kinds that cannot hold a badge`,
  dropNone: 'These files cannot hold a badge',
  nothingInDrop: 'That held no files. Save the badge to your computer, then drop the file.',
  nothingFound: 'There was no file in it.',
  pasted: 'Pasted text',
  panel: 'Added files',
  progress: (done: number, total: number | null): string =>
    total === null ? 'Looking for badges…' : `Adding badges: ${done} of ${total}`,
  progressAnnounced: (total: number | null): string =>
    total === null ? 'Adding badges' : `Adding ${total === 1 ? '1 file' : `${total} files`}`,
  stop: 'Stop',
  dismissAll: 'Dismiss',
  moreRows: (count: number): string => (count === 1 ? 'Show 1 more file' : `Show ${count} more files`),
  summary: (imported: number, already: number, refused: number, cancelled: number): string => {
    const parts = [
      count(imported, 'badge file added', 'badge files added'),
      count(already, 'already here', 'already here'),
      count(refused, 'could not be added', 'could not be added'),
      count(cancelled, 'not looked at', 'not looked at'),
    ].filter((part) => part !== null);
    return parts.length === 0 ? 'Nothing to add' : parts.join(', ');
  },
  outcome: {
    imported: 'Added',
    already: 'Already here',
    refused: 'Not added',
    cancelled: 'Stopped before this file',
  },
  pasteTitle: 'Paste a badge',
  pasteLabel: 'The text of a badge: JSON, or a signed token',
  pasteAdd: 'Add',
  pasteHint: 'You can also paste files or text anywhere in the window.',
} as const;

function count(number: number, one: string, many: string): string | null {
  if (number === 0) return null;
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}
