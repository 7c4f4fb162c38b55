/** What can be told of files while they are still being dragged. */
export interface DraggedFiles {
  /** null: the system does not say yet. */
  readonly count: number | null;
  /** How many are of a kind that surely holds no badge. */
  readonly hopeless: number;
  /** An archive is among them: nobody knows yet how many badges it holds. */
  readonly hasArchive?: true;
  /** No files, but an address that was dragged out of a browser. */
  readonly isAddress?: true;
}

/** What a drag shows of each thing in it. */
export interface DraggedItem {
  readonly kind: string;
  /** Media type, empty where the system knows none: folders, `.jws`. */
  readonly type: string;
}

/** What hangs over the window, or null when the drag holds neither files nor an address. */
export function draggedFiles(types: readonly string[], items: readonly DraggedItem[]): DraggedFiles | null {
  if (!types.includes('Files')) {
    return types.includes('text/uri-list') ? { count: null, hopeless: 0, isAddress: true } : null;
  }
  const files = items.filter((item) => item.kind === 'file');
  return {
    count: files.length === 0 ? null : files.length,
    hopeless: files.filter((item) => isHopeless(item.type)).length,
    ...(files.some((item) => archives.has(item.type)) ? { hasArchive: true } : {}),
  };
}

const archives = new Set(['application/zip', 'application/x-zip-compressed']);

const possible = new Set([
  'image/png',
  'image/apng',
  'image/svg+xml',
  // A code may be seen in it.
  'image/jpeg',
  'application/json',
  'application/ld+json',
]);

/** Pictures, films and sounds of other kinds: everything else may hold a badge, and is looked into. */
function isHopeless(type: string): boolean {
  return /^(?:image|video|audio|font)\//.test(type) && !possible.has(type);
}
