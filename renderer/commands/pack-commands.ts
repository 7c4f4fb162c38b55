import { packWords } from '../../shared/text/trust-pack.ts';
import { bridge } from '../bridge.ts';
import { useAnnouncer } from '../state/announcer-store.ts';
import { type PackOrigin, useDialog } from '../state/dialog-store.ts';
import { sayDone, settle } from './settle.ts';

/** Opens the system's dialog, then says who made the pack and what it holds. */
export async function chooseTrustPack(from: PackOrigin): Promise<void> {
  const settled = await settle(bridge().desk('pack-choose', {}));
  if (settled?.value) useDialog.getState().open({ kind: 'take-pack', preview: settled.value, from });
}

export async function takeTrustPack(): Promise<void> {
  const settled = await settle(bridge().desk('pack-take', {}));
  if (settled !== null) say(packWords.taken(settled.value.name, settled.value.changed), true);
}

/** About these issuers, by their ids. Answers whether one was saved. */
export async function saveTrustPack(issuers: readonly string[], name: string): Promise<boolean> {
  const settled = await settle(bridge().desk('pack-save', { issuers: [...issuers], name }));
  if (!settled?.value) return false;
  const { savedAs, documents, fingerprint } = settled.value;
  say(packWords.saved(savedAs, documents, fingerprint), false);
  return true;
}

export async function removeTrustPack(id: string, name: string): Promise<void> {
  const settled = await settle(bridge().desk('pack-remove', { id }));
  if (settled !== null) say(packWords.removed(name, settled.value.changed), true);
}

/** The toast lies under the dialog, so it is also announced. */
function say(text: string, canUndo: boolean): void {
  sayDone(text, canUndo);
  useAnnouncer.getState().say(text);
}
