import { counted } from './counted.ts';

/** Words of adding badges: the drag, the progress, the rows. */
export const importWords = {
  acceptedOrDesk:
    'PNG, SVG, PDF, JSON and JWS, from any platform. Folders, ZIP archives and saved pages too. Hold Alt to check them without keeping them.',
  accepted: 'PNG, SVG, PDF, JSON and JWS, from any platform. Folders, ZIP archives and saved pages too.',
  dropLink: 'Drop to fetch the badge at this address',
  dropTitle: (count: number | null): string => {
    if (count === null) return 'Drop to add badges';
    return `Drop to add ${counted(count, 'badge')}`;
  },
  dropOthers: (bad: number): string =>
    bad === 1
      ? '1 other file is of a kind that cannot hold a badge'
      : `${bad} other files are of kinds that cannot hold a badge`,
  dropNone: 'These files cannot hold a badge',
  nothingInDrop: 'That held no files. Save the badge to your computer, then drop the file.',
  nothingFound: 'There was no file in it.',
  pasted: 'Pasted text',
  pastedPicture: 'Pasted picture',
  panel: 'Added files',
  progress: (done: number, total: number | null): string =>
    total === null ? 'Looking for badges…' : `Adding badges: ${done} of ${total}`,
  progressAnnounced: (total: number | null): string =>
    total === null ? 'Adding badges' : `Adding ${counted(total, 'file')}`,
  stop: 'Stop',
  dismissAll: 'Dismiss',
  moreRows: (count: number): string => `Show ${counted(count, 'more file')}`,
  summary: (
    imported: number,
    editions: number,
    already: number,
    refused: number,
    cancelled: number,
  ): string => {
    const parts = [
      some(imported, 'badge file added', 'badge files added'),
      some(editions, 'other edition added', 'other editions added'),
      some(already, 'already here', 'already here'),
      some(refused, 'could not be added', 'could not be added'),
      some(cancelled, 'not looked at', 'not looked at'),
    ].filter((part) => part !== null);
    return parts.length === 0 ? 'Nothing to add' : parts.join(', ');
  },
  outcome: {
    imported: 'Added',
    edition: 'Another edition, added',
    already: 'Already here',
    refused: 'Not added',
    cancelled: 'Stopped before this file',
  },
  filterLabel: 'Show',
  filters: {
    all: 'All',
    imported: 'Added',
    edition: 'Other editions',
    already: 'Already here',
    refused: 'Not added',
    cancelled: 'Stopped before',
  },
  filter: (name: string, count: number): string => `${name} ${count}`,
  copy: 'Copy as text',
  moreNotCopied: (left: number): string => `… and ${counted(left, 'more file')}`,
  showLast: 'Last imports…',
  fetchFrom: (host: string): string => `Fetch from ${host}`,
  fetchTitle: (host: string): string => `Fetch a badge from ${host}?`,
  fetchLearns: (host: string): string =>
    `${host} will learn that somebody at your internet address asked for it. Nothing else is sent.`,
  fetchPicture: 'A copied picture loses its badge data. The original may still be where you copied it from.',
  fetch: 'Fetch',
  lastTitle: 'Last imports',
  lastNone: 'Nothing was added yet.',
  lastAt: (date: string, time: string): string => `${date}, ${time}`,
  lastOlder: 'Older',
  lastNewer: 'Newer',
  lastPosition: (number: number, count: number): string => `${number} of ${count}`,
  pasteTitle: 'Paste a badge',
  pasteLabel: 'The text of a badge (JSON, or a signed token), or its address',
  pasteAdd: 'Add',
  pasteHint: 'You can also paste files or text anywhere in the window.',
} as const;

function some(number: number, one: string, many: string): string | null {
  return number === 0 ? null : counted(number, one, many);
}
