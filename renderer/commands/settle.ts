import type { Answer } from '../../shared/ipc/contract.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { useToast } from '../state/toast-store.ts';

/** The value of an answer; a failure is said in a toast, with its next step, and gives null. */
export async function settle<Value>(
  asked: Promise<Answer<Value>>,
): Promise<{ readonly value: Value } | null> {
  const answer = await asked;
  if (answer.ok) return { value: answer.value };
  const { message, next } = answer.failure;
  useToast.getState().show({ tone: 'bad', text: uiWords.failure(message, next), action: null });
  return null;
}

/** Says that something was done, with a way to take it back where there is one. */
export function sayDone(text: string, canUndo = true): void {
  const action = canUndo ? ({ title: uiWords.undo, run: 'history.undo' } as const) : null;
  useToast.getState().show({ tone: 'plain', text, action });
}
