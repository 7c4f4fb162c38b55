import { settingsWords } from '../../shared/text/ui-dialog-words.ts';
import { useAnnouncer } from '../state/announcer-store.ts';
import { editLibrary } from './edit-library.ts';

/** Adds an address of the person's; answers how many badges became theirs by it; null: it was not taken. */
export async function addAddress(address: string, label: string): Promise<number | null> {
  const done = await editLibrary({ kind: 'identity.add', address, label }, null);
  return done === null ? null : (done.matched ?? 0);
}

export async function relabelAddress(address: string, label: string): Promise<void> {
  await editLibrary({ kind: 'identity.relabel', address, label }, null);
}

export async function removeAddress(address: string): Promise<void> {
  if (await editLibrary({ kind: 'identity.remove', address }, null)) {
    useAnnouncer.getState().say(settingsWords.addressRemoved(address));
  }
}
