import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { useToast } from '../state/toast-store.ts';
import { settle } from './settle.ts';

/** Saves the page where the person says; answers whether it was saved. */
export async function exportPage(title: string, badgeIds: readonly string[]): Promise<boolean> {
  const settled = await settle(bridge().exportHtml({ title, badgeIds: [...badgeIds] }));
  if (!settled?.value) return false;
  useToast.getState().show({
    tone: 'plain',
    text: uiWords.saved(settled.value.savedAs),
    action: { title: uiWords.show, run: 'export.reveal' },
  });
  return true;
}

/** Shows the last export in the system's file manager. */
export async function revealExport(): Promise<void> {
  await settle(bridge().revealExport());
}
