import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { useToast } from '../state/toast-store.ts';
import { settle } from './settle.ts';

/** Puts a text on the clipboard and says so. */
export async function copy(text: string): Promise<void> {
  if (await settle(bridge().copyText(text))) {
    useToast.getState().show({ tone: 'plain', text: uiWords.copied, action: null });
  }
}
