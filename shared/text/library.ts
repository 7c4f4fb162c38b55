import { counted } from './counted.ts';
/** Names of what a person did, for undo and redo: they follow the words "Undo" and "Redo". */
export const actionWords = {
  addBadges: (count: number, name: string): string =>
    count === 1 ? `Add ${quoted(name)}` : `Add ${count} badges`,
  removeBadges: (count: number, name: string): string =>
    count === 1 ? `Move ${quoted(name)} to the bin` : `Move ${count} badges to the bin`,
  restoreBadges: (count: number, name: string): string =>
    count === 1 ? `Restore ${quoted(name)}` : `Restore ${count} badges`,
  purgeBadges: (count: number, name: string): string =>
    count === 1 ? `Delete ${quoted(name)} for good` : `Delete ${count} badges for good`,
  createCollection: (name: string): string => `Create collection ${quoted(name)}`,
  renameCollection: (name: string): string => `Rename collection to ${quoted(name)}`,
  deleteCollection: (name: string): string => `Delete collection ${quoted(name)}`,
  addToCollection: (count: number, name: string): string =>
    `Add ${counted(count, 'badge')} to collection ${quoted(name)}`,
  removeFromCollection: (count: number, name: string): string =>
    `Take ${counted(count, 'badge')} out of collection ${quoted(name)}`,
  moveCollection: (name: string): string => `Move collection ${quoted(name)}`,
  changeSearch: (name: string): string => `Change the search of ${quoted(name)}`,
  orderCollection: (name: string): string => `Change the order of ${quoted(name)}`,
  sortCollection: (name: string): string => `Sort collection ${quoted(name)}`,
  addTags: (tags: readonly string[], count: number): string =>
    `Tag ${counted(count, 'badge')} ${listed(tags)}`,
  removeTags: (tags: readonly string[], count: number): string =>
    `Take ${listed(tags)} off ${counted(count, 'badge')}`,
  renameTag: (from: string, to: string): string => `Rename tag ${quoted(from)} to ${quoted(to)}`,
  deleteTag: (tag: string): string => `Delete tag ${quoted(tag)}`,
  changeNote: (name: string): string => `Change the note on ${quoted(name)}`,
  addEvidence: (name: string): string => `Add evidence to ${quoted(name)}`,
  changeEvidence: (name: string): string => `Change evidence of ${quoted(name)}`,
  removeEvidence: (name: string): string => `Remove evidence from ${quoted(name)}`,
  createPortfolio: (title: string): string => `Create portfolio ${quoted(title)}`,
  changePortfolio: (title: string): string => `Change portfolio ${quoted(title)}`,
  removePortfolio: (title: string): string => `Delete portfolio ${quoted(title)}`,
  forgetExport: (title: string): string => `Remove the receipt of ${quoted(title)}`,
  addIdentity: 'Add address',
  relabelIdentity: 'Rename address',
  removeIdentity: 'Remove address',
} as const;

/** What an import found in a file, in one line. */
export const importRowWords = {
  found: (found: readonly { readonly name: string; readonly issuerName: string }[]): string => {
    const [first] = found;
    if (first === undefined) return '';
    if (found.length > 1) return `${counted(found.length, 'badge')}: ${quoted(first.name)} and others`;
    return first.issuerName === '' ? quoted(first.name) : `${quoted(first.name)} by ${first.issuerName}`;
  },
  /** A file in an archive: each step of the way to it. */
  inside: (archive: string, entry: string): string => `${archive} › ${entry}`,
  edition: (name: string): string =>
    `It is another edition of ${quoted(name)}, which is here already with other contents. Both are kept.`,
  sameBadge: 'The same badge is here already, from another file. Both are kept.',
  cameBack: 'It was deleted before. Now it is back.',
  putBack: 'Its original file was lost or damaged here. Now it is whole again.',
} as const;

function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names.length} tags` : names.map(quoted).join(', ');
}

function quoted(name: string): string {
  return `“${name}”`;
}
