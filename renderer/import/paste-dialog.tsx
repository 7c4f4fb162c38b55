import { useState } from 'react';
import { Form } from 'react-aria-components';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { importTextOrAddress } from '../commands/import-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './paste-dialog.module.css';

/** A field for the text of a badge. */
export function PasteDialog() {
  const close = useDialog((state) => state.close);
  const [text, setText] = useState('');
  return (
    <Dialog title={importWords.pasteTitle} width="wide" onClose={close}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void importTextOrAddress(text);
        }}
      >
        <TextInput autoFocus label={importWords.pasteLabel} rows={8} value={text} onChange={setText} />
        <p className={styles.hint}>{importWords.pasteHint}</p>
        <DialogActions>
          <Button onPress={close}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={text.trim() === ''}>
            {importWords.pasteAdd}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
