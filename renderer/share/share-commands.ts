import type { ShareCall, ShareSubject, ShareView } from '../../shared/ipc/share-calls.ts';
import type { Portfolio } from '../../shared/portfolio/portfolio.ts';
import type { ShareSwitches } from '../../shared/social/share-switches.ts';
import { shareWords } from '../../shared/text/ui-share-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { selectedInOrder } from '../commands/badge-commands.ts';
import { settle } from '../commands/settle.ts';
import { hereOnly, keepDraft, named } from '../portfolio/portfolio-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useToast } from '../state/toast-store.ts';

/** Opens the ways to show the selected badge elsewhere. */
export function shareSelected(): void {
  const [id] = selectedInOrder();
  if (id !== undefined) useDialog.getState().open({ kind: 'share', of: { kind: 'badge', id } });
}

export async function sharePortfolio(portfolio: Portfolio): Promise<void> {
  await keepDraft();
  const shown = structuredClone(hereOnly(named(portfolio)));
  useDialog.getState().open({ kind: 'share', of: { kind: 'portfolio', portfolio: shown } });
}

/** All that would leave; null: it could not be told, or something newer was asked. */
export async function lookAtShare(of: ShareSubject, switches: ShareSwitches): Promise<ShareView | null> {
  const answer = await bridge().exportPortfolio(request(of, switches, 'look'));
  if (answer.ok) return answer.value.kind === 'share' ? answer.value.share : null;
  if (answer.failure.code !== 'input/cancelled') await settle(Promise.resolve(answer));
  return null;
}

/** Whoever closed the dialog waits for nothing. */
export async function stopLooking(): Promise<void> {
  await bridge().exportPortfolio({ do: 'cancel' });
}

export async function saveCard(of: ShareSubject, switches: ShareSwitches): Promise<void> {
  const settled = await settle(bridge().exportPortfolio(request(of, switches, 'save-card')));
  if (settled?.value.kind !== 'saved') return;
  useToast.getState().show({
    tone: 'plain',
    text: uiWords.saved(settled.value.savedAs),
    action: { title: uiWords.show, run: 'export.reveal' },
  });
}

export async function copyCard(of: ShareSubject, switches: ShareSwitches): Promise<void> {
  const settled = await settle(bridge().exportPortfolio(request(of, switches, 'copy-card')));
  if (settled?.value.kind !== 'card-copied') return;
  useToast.getState().show({ tone: 'plain', text: shareWords.cardCopied, action: null });
}

/** Opens LinkedIn's form, once the person agrees. */
export async function openLinkedIn(of: ShareSubject, switches: ShareSwitches): Promise<void> {
  await settle(bridge().exportPortfolio(request(of, switches, 'linkedin')));
}

function request(of: ShareSubject, switches: ShareSwitches, act: ShareCall['act']): ShareCall {
  return { do: 'share', of: structuredClone(of), switches, act };
}
