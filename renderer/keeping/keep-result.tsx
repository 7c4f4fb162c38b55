import type { ReactNode } from 'react';
import { uiWords } from '../../shared/text/ui-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { DialogActions } from '../ui/dialog.tsx';

interface KeepResultProps {
  readonly sentences: readonly string[];
  /** What else there is to be shown, and has the focus: a key that is held down must not close it unread. */
  readonly children?: ReactNode;
}

/** What came out, in plain words, and the way back to the badges. */
export function KeepResult({ sentences, children }: KeepResultProps) {
  const close = useDialog((state) => state.close);
  return (
    <>
      <div role="status">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {children}
      <DialogActions>
        <Button autoFocus={!children} kind="primary" onPress={close}>
          {uiWords.close}
        </Button>
      </DialogActions>
    </>
  );
}
