import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { issuerToKnow } from '../issuers/issuer-to-know.ts';
import { useAnnouncer } from '../state/announcer-store.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useToast } from '../state/toast-store.ts';
import { sayDone, settle } from './settle.ts';

/** Opens the question whether the person knows the issuer of the badge that is looked at. */
export function askToKnowIssuer(): void {
  const found = issuerToKnow();
  if (found === null) return;
  useDialog.getState().open({ kind: 'know-issuer', badgeId: found.details.card.id });
}

/** Answers whether it was done. */
export async function knowIssuer(badgeId: string, name: string, note: string): Promise<boolean> {
  const settled = await settle(bridge().knowIssuer(badgeId, name, note));
  if (settled === null) return false;
  sayDone(issuerWords.added(name, settled.value.changed));
  return true;
}

export async function forgetIssuer(id: string, name: string): Promise<void> {
  const settled = await settle(bridge().forget('issuer', id));
  if (settled !== null) sayInDialog(issuerWords.forgotten(name, settled.value.changed));
}

export async function askRegistry(id: string, name: string): Promise<void> {
  const settled = await settle(bridge().askRegistry(id));
  if (settled === null) return;
  const { asked, listed, changed } = settled.value;
  const text = issuerWords.asked(name, asked, listed, changed);
  useToast.getState().show({ tone: 'plain', text, action: null });
  useAnnouncer.getState().say(text);
}

export async function removeRegistry(id: string, name: string): Promise<void> {
  const settled = await settle(bridge().forget('registry', id));
  if (settled !== null) sayInDialog(issuerWords.registryRemoved(name, settled.value.changed));
}

/** Opens the system's dialog, then says what the file would add. */
export async function chooseIssuerList(): Promise<void> {
  const settled = await settle(bridge().chooseIssuerList());
  if (settled?.value) useDialog.getState().open({ kind: 'take-issuers', preview: settled.value });
}

export async function takeIssuerList(): Promise<void> {
  const settled = await settle(bridge().takeIssuerList());
  if (settled !== null) sayInDialog(issuerWords.taken(settled.value, settled.value.changed));
}

export async function exportIssuers(): Promise<void> {
  const settled = await settle(bridge().exportIssuers());
  if (settled?.value)
    useToast.getState().show({ tone: 'plain', text: uiWords.saved(settled.value.savedAs), action: null });
}

/** The toast lies under the dialog, so it is also announced. */
function sayInDialog(text: string): void {
  sayDone(text);
  useAnnouncer.getState().say(text);
}
