import { useEffect, useState } from 'react';
import type { ExaminationView } from '../../shared/ipc/keep-calls.ts';
import { keepWords } from '../../shared/text/ui-keep-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keep } from '../commands/keep-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { KeepProgress } from './keep-progress.tsx';
import { mayRepair } from './keep-sentences.ts';
import styles from './keeping.module.css';

type Stage =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'done'; readonly examination: ExaminationView; readonly wasRepair: boolean };

/** Looks through the whole library, says what it found, and mends it when the person wants. */
export function ExamineDialog() {
  const close = useDialog((state) => state.close);
  const [stage, setStage] = useState<Stage>({ kind: 'running' });

  async function examine(repair: boolean): Promise<void> {
    setStage({ kind: 'running' });
    const outcome = await keep({ do: 'examine', repair });
    if (!outcome.ok) {
      setStage({ kind: 'failed', text: keepWords.failed(outcome.failure.message, outcome.failure.next) });
    } else if (outcome.value.kind === 'examined') {
      setStage({ kind: 'done', examination: outcome.value.examination, wasRepair: repair });
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens.
  useEffect(() => void examine(false), []);

  return (
    <Dialog title={keepWords.examineTitle} width="wide" onClose={close}>
      {stage.kind === 'running' ? <KeepProgress canCancel={false} /> : null}
      {stage.kind === 'failed' ? <p role="alert">{stage.text}</p> : null}
      {stage.kind === 'done' ? <Found examination={stage.examination} wasRepair={stage.wasRepair} /> : null}
      <DialogActions>
        {stage.kind === 'done' && !stage.wasRepair && mayRepair(stage.examination) ? (
          <Button onPress={() => void examine(true)}>{keepWords.repair}</Button>
        ) : null}
        {/* Anew at each stage: the button that led to it may have taken the focus with it. */}
        <Button key={stage.kind} autoFocus kind="primary" onPress={close}>
          {uiWords.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Found({
  examination,
  wasRepair,
}: {
  readonly examination: ExaminationView;
  readonly wasRepair: boolean;
}) {
  const { findings, isSound, setAside } = examination;
  const isClean = findings.every(({ repaired }) => repaired);
  return (
    <div className={styles.form} role="status">
      {findings.length === 0 ? <p>{keepWords.sound(examination)}</p> : null}
      {findings.length > 0 && !isClean ? <p>{isSound ? keepWords.traces : keepWords.notSound}</p> : null}
      <ul className={styles.findings}>
        {findings.map(({ message, next, repaired }) => (
          <li key={message}>
            {message}{' '}
            <span className={styles.muted}>{repaired ? keepWords.repaired : wasRepair ? next : ''}</span>
          </li>
        ))}
      </ul>
      {!wasRepair && mayRepair(examination) ? <p className={styles.muted}>{keepWords.repairText}</p> : null}
      {setAside > 0 ? <p>{keepWords.setAside(setAside)}</p> : null}
      {wasRepair ? <p>{isSound ? keepWords.sound(examination) : keepWords.stillDamaged}</p> : null}
    </div>
  );
}
