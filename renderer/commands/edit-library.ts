import type { EditRequest, EditResult } from '../../shared/library/edits.ts';
import { bridge } from '../bridge.ts';
import { sayDone, settle } from './settle.ts';

/**
 * Changes the library and says so, with a way to take it back where there is one. null: it did not work, which was said.
 * `said`: in words for the person; none for what is seen at once.
 */
export async function editLibrary(
  edit: EditRequest,
  said: string | ((result: EditResult) => string) | null,
  file?: File,
): Promise<EditResult | null> {
  const settled = await settle(bridge().edit(edit, file));
  if (settled === null) return null;
  if (said !== null)
    sayDone(typeof said === 'string' ? said : said(settled.value), settled.value.label !== null);
  return settled.value;
}
