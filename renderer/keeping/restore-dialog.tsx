import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { RestoreView } from '../../shared/ipc/keep-calls.ts';
import { limits } from '../../shared/limits.ts';
import { keepWords } from '../../shared/text/ui-keep-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keep, stopAndClose } from '../commands/keep-commands.ts';
import { OnOff } from '../settings/on-off.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { KeepProgress } from './keep-progress.tsx';
import { KeepResult } from './keep-result.tsx';
import { restoredSentences } from './keep-sentences.ts';
import styles from './keeping.module.css';

type Stage = 'asking' | 'running' | 'done';

interface RestoreDialogProps {
  readonly fileName: string;
  /** null: it is locked. */
  readonly initial: RestoreView | null;
}

/** Opens a locked backup, says what it holds and what would come, and restores it when the person agrees. */
export function RestoreDialog({ fileName, initial }: RestoreDialogProps) {
  const close = useDialog((state) => state.close);
  const [stage, setStage] = useState<Stage>('asking');
  const [restore, setRestore] = useState(initial);
  const [failure, setFailure] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [wish, setWish] = useState({ isMine: false, bringBack: false });

  async function ask(what: 'look' | 'restore'): Promise<void> {
    setStage('running');
    setFailure(null);
    const secret = passphrase === '' ? null : passphrase;
    const outcome = await keep({ do: what, passphrase: secret, ...wish });
    setStage('asking');
    if (!outcome.ok) setFailure(keepWords.failed(outcome.failure.message, outcome.failure.next));
    else if (outcome.value.kind === 'looked-at') setRestore(outcome.value.restore);
    else if (outcome.value.kind === 'restored') {
      setRestore(outcome.value.restore);
      setStage('done');
    }
  }

  const alert = failure === null ? null : <p role="alert">{failure}</p>;
  return (
    <Dialog title={keepWords.restoreTitle} width="wide" onClose={stage === 'running' ? stopAndClose : close}>
      {stage === 'running' ? <KeepProgress canCancel /> : null}
      {stage === 'done' && restore !== null ? <KeepResult sentences={restoredSentences(restore)} /> : null}
      {stage === 'asking' ? (
        <Form
          className={styles.form ?? ''}
          onSubmit={(event) => {
            event.preventDefault();
            void ask(restore === null ? 'look' : 'restore');
          }}
        >
          {restore === null ? <p>{keepWords.lockedFile(fileName)}</p> : <Held restore={restore} />}
          {alert}
          {restore === null ? (
            <TextInput
              autoFocus
              label={keepWords.passphraseOrCode}
              type="password"
              autoComplete="off"
              maxLength={limits.passphraseMostCharacters}
              value={passphrase}
              onChange={setPassphrase}
            />
          ) : (
            <Wishes restore={restore} wish={wish} onChange={setWish} />
          )}
          <DialogActions>
            <Button onPress={close}>{uiWords.cancel}</Button>
            <Button kind="primary" type="submit" isDisabled={restore === null && passphrase === ''}>
              {restore === null ? keepWords.open : keepWords.restoreAction}
            </Button>
          </DialogActions>
        </Form>
      ) : null}
    </Dialog>
  );
}

function Held({ restore }: { readonly restore: RestoreView }) {
  return (
    <div>
      <p>{keepWords.holds(restore)}</p>
      <p>{keepWords.wouldCome(restore)}</p>
      <p className={styles.muted}>{keepWords.nothingLost}</p>
    </div>
  );
}

interface Wish {
  readonly isMine: boolean;
  readonly bringBack: boolean;
}

/** The questions that this backup raises. */
function Wishes({
  restore,
  wish,
  onChange,
}: {
  readonly restore: RestoreView;
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}) {
  const hasLeftOut = restore.leftOut.trust + restore.leftOut.observed > 0;
  return (
    <>
      {hasLeftOut ? (
        <OnOff
          title={keepWords.isMine}
          text={keepWords.isMineText}
          isOn={wish.isMine}
          onChange={(isMine) => onChange({ ...wish, isMine })}
        />
      ) : null}
      {restore.staysRemoved > 0 ? (
        <OnOff
          title={keepWords.bringBack}
          text={keepWords.bringBackText(restore.staysRemoved)}
          isOn={wish.bringBack}
          onChange={(bringBack) => onChange({ ...wish, bringBack })}
        />
      ) : null}
    </>
  );
}
