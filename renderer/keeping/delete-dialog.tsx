import { useState } from 'react';
import { Form } from 'react-aria-components';
import { deleteWords } from '../../shared/text/ui-delete-words.ts';
import { keepWords } from '../../shared/text/ui-keep-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keep } from '../commands/keep-commands.ts';
import { OnOff } from '../settings/on-off.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './keeping.module.css';

/** Says what goes and what stays, and asks for some words to be typed; then the system asks once more. */
export function DeleteDialog() {
  const close = useDialog((state) => state.close);
  const [backups, setBackups] = useState(false);
  const [typed, setTyped] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isMeant = typed.trim().toLowerCase() === deleteWords.word;

  async function start(): Promise<void> {
    setRunning(true);
    setFailure(null);
    const outcome = await keep({ do: 'delete-everything', backups });
    setRunning(false);
    if (!outcome.ok) setFailure(keepWords.failed(outcome.failure.message, outcome.failure.next));
    else if (outcome.value.kind === 'deleted') close();
  }

  return (
    <Dialog title={deleteWords.title} width="wide" onClose={isRunning ? () => undefined : close}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          if (isMeant && !isRunning) void start();
        }}
      >
        <p>{deleteWords.intro}</p>
        <ul className={styles.list}>
          {deleteWords.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p>{deleteWords.synchronised}</p>
        <p>{deleteWords.stays}</p>
        {failure === null ? null : <p role="alert">{failure}</p>}
        <OnOff
          title={deleteWords.backups}
          text={deleteWords.backupsText}
          isOn={backups}
          onChange={setBackups}
        />
        <TextInput
          label={deleteWords.type(deleteWords.word)}
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={setTyped}
        />
        <DialogActions>
          <Button autoFocus onPress={close} isDisabled={isRunning}>
            {uiWords.cancel}
          </Button>
          <Button kind="danger" icon="trash" type="submit" isDisabled={!isMeant || isRunning}>
            {isRunning ? deleteWords.working : deleteWords.action}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
