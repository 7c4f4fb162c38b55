import { objectFolders } from '../../../shared/library/backup-list.ts';
import { isPurged } from '../../../shared/library/presence.ts';
import type { LibraryState } from '../../../shared/library/state.ts';

/** Every object that the records of a library name, as `folder/sha256`. */
export function namedObjects(state: LibraryState): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [id, entry] of state.badges) {
    if (!isPurged(entry)) named.add(`badges/${id.slice(0, 64)}`);
    for (const { facts } of entry.evidence.values()) {
      if (facts?.value.kind === 'file') named.add(`evidence/${facts.value.sha256}`);
    }
  }
  for (const answers of state.documents.values()) {
    for (const { sha256 } of answers.values()) named.add(`documents/${sha256}`);
  }
  return named;
}

/** An object's folder and hash out of its name in a backup; null for another file. */
export function objectOf(name: string): { readonly folder: string; readonly sha256: string } | null {
  const [folder = '', , file = ''] = name.split('/');
  return (objectFolders as readonly string[]).includes(folder) ? { folder, sha256: file.slice(0, 64) } : null;
}
