import { useState } from 'react';
import { Form } from 'react-aria-components';
import { limits } from '../../shared/limits.ts';
import { collectionWords } from '../../shared/text/ui-dialog-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly action: string;
  readonly initialName: string;
  /** What is made, where its name alone does not tell. */
  readonly text?: string;
  readonly onName: (name: string) => void;
}

/** Asks for the name of a collection, new or not. */
export function NameDialog({ title, action, initialName, text, onName }: NameDialogProps) {
  const close = useDialog((state) => state.close);
  const [name, setName] = useState(initialName);
  const trimmed = name.trim();
  return (
    <Dialog title={title} onClose={close}>
      {text === undefined ? null : <p>{text}</p>}
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed === '') return;
          close();
          if (trimmed !== initialName) onName(trimmed);
        }}
      >
        <TextInput
          autoFocus
          label={collectionWords.name}
          placeholder={collectionWords.namePlaceholder}
          maxLength={limits.collectionNameCharacters}
          value={name}
          onChange={setName}
          onFocus={(event) => {
            if (event.target instanceof HTMLInputElement) event.target.select();
          }}
        />
        <DialogActions>
          <Button onPress={close}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={trimmed === ''}>
            {action}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
