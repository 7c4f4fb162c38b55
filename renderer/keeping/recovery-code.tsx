import { useState } from 'react';
import { keepWords } from '../../shared/text/ui-keep-words.ts';
import { copy } from '../commands/copy.ts';
import { keep } from '../commands/keep-commands.ts';
import { Button } from '../ui/button.tsx';
import styles from './keeping.module.css';

/** The recovery code of a backup that was just made, to be written down, copied or printed: it is never shown again. */
export function RecoveryCode({ code }: { readonly code: string }) {
  const [said, setSaid] = useState('');

  async function save(): Promise<void> {
    const outcome = await keep({ do: 'save-code' });
    if (!outcome.ok) setSaid(keepWords.failed(outcome.failure.message, outcome.failure.next));
    else if (outcome.value.kind === 'saved-code') setSaid(keepWords.savedCode(outcome.value.savedAs));
  }

  return (
    <section className={styles.code} aria-label={keepWords.codeTitle}>
      <h3>{keepWords.codeTitle}</h3>
      <p className={styles.muted}>{keepWords.codeText}</p>
      <code className={styles.signs}>{code}</code>
      <div className={styles.buttons}>
        <Button autoFocus icon="copy" onPress={() => void copy(code)}>
          {keepWords.copyCode}
        </Button>
        <Button onPress={() => void save()}>{keepWords.saveCode}</Button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
