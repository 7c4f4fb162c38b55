import { uiWords } from '../../shared/text/ui-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { DialogActions } from '../ui/dialog.tsx';

/** What came out, in plain words, and the way back to the badges. */
export function KeepResult({ sentences }: { readonly sentences: readonly string[] }) {
  const close = useDialog((state) => state.close);
  return (
    <>
      <div role="status">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <DialogActions>
        <Button autoFocus kind="primary" onPress={close}>
          {uiWords.close}
        </Button>
      </DialogActions>
    </>
  );
}
