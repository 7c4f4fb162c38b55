import type { ImportRow } from '../ipc/import-views.ts';

/** Whether the file's badges are in the library because of this import. */
export function isTakenIn({ outcome }: Pick<ImportRow, 'outcome'>): boolean {
  return outcome === 'imported' || outcome === 'edition';
}
