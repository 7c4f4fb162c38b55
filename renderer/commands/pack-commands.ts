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

export async function saveTrustPack(): Promise<void> {
  const settled = await settle(bridge().desk('pack-save', {}));
  if (!settled?.value) return;
  const { savedAs, documents, fingerprint } = settled.value;
  say(packWords.saved(savedAs, documents, fingerprint), false);
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
