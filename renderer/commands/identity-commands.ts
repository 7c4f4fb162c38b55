import { settingsWords } from '../../shared/text/ui-dialog-words.ts';
import { bridge } from '../bridge.ts';
import { useAnnouncer } from '../state/announcer-store.ts';
import { settle } from './settle.ts';

/** Adds an address of the person's; answers whether it was taken. */
export async function addAddress(address: string): Promise<boolean> {
  const settled = await settle(bridge().edit({ kind: 'identity.add', address, label: '' }));
  if (settled === null) return false;
  useAnnouncer.getState().say(settingsWords.addressAdded(address, settled.value.matched ?? 0));
  return true;
}

export async function removeAddress(address: string): Promise<void> {
  if (await settle(bridge().edit({ kind: 'identity.remove', address }))) {
    useAnnouncer.getState().say(settingsWords.addressRemoved(address));
  }
}
