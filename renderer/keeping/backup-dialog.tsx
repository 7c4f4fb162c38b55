import { useState } from 'react';
import { Form } from 'react-aria-components';
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
import { backupSentences, passphraseProblem } from './keep-sentences.ts';
import styles from './keeping.module.css';
import { RecoveryCode } from './recovery-code.tsx';

type Stage =
  | { readonly kind: 'asking'; readonly failure: string | null }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly sentences: readonly string[]; readonly code: string | null };

/** Asks for a passphrase or none, then where to; says when it is tested and done. */
export function BackupDialog() {
  const close = useDialog((state) => state.close);
  const [stage, setStage] = useState<Stage>({ kind: 'asking', failure: null });
  const [isLocked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const problem = isLocked ? passphraseProblem(passphrase, again) : null;

  async function start(): Promise<void> {
    setStage({ kind: 'running' });
    const outcome = await keep({ do: 'back-up', passphrase: isLocked ? passphrase : null });
    if (!outcome.ok) {
      const { message, next } = outcome.failure;
      setStage({ kind: 'asking', failure: keepWords.failed(message, next) });
    } else if (outcome.value.kind === 'backed-up') {
      const { recoveryCode: code } = outcome.value;
      setStage({ kind: 'done', sentences: backupSentences(outcome.value), code });
    } else setStage({ kind: 'asking', failure: null });
  }

  return (
    <Dialog
      title={keepWords.backUpTitle}
      width="wide"
      onClose={stage.kind === 'running' ? stopAndClose : close}
    >
      {stage.kind === 'running' ? <KeepProgress canCancel /> : null}
      {stage.kind === 'done' ? (
        <KeepResult sentences={stage.sentences}>
          {stage.code !== null && <RecoveryCode code={stage.code} />}
        </KeepResult>
      ) : null}
      {stage.kind === 'asking' ? (
        <Form
          className={styles.form ?? ''}
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <p>{keepWords.backUpIntro}</p>
          {stage.failure === null ? null : <p role="alert">{stage.failure}</p>}
          <OnOff title={keepWords.lock} text={keepWords.lockText} isOn={isLocked} onChange={setLocked} />
          {isLocked ? (
            <>
              <TextInput
                label={keepWords.passphrase}
                type="password"
                autoComplete="off"
                maxLength={limits.passphraseMostCharacters}
                value={passphrase}
                onChange={setPassphrase}
              />
              <TextInput
                label={keepWords.passphraseAgain}
                type="password"
                autoComplete="off"
                maxLength={limits.passphraseMostCharacters}
                value={again}
                onChange={setAgain}
              />
              {problem === null ? null : <p className={styles.muted}>{problem}</p>}
            </>
          ) : null}
          <DialogActions>
            <Button onPress={close}>{uiWords.cancel}</Button>
            <Button kind="primary" type="submit" isDisabled={problem !== null}>
              {keepWords.backUpAction}
            </Button>
          </DialogActions>
        </Form>
      ) : null}
    </Dialog>
  );
}
