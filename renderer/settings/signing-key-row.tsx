import { useEffect, useRef, useState } from 'react';
import { signingWords } from '../../shared/text/ui-signing-words.ts';
import { sayDone } from '../commands/settle.ts';
import { askKey } from '../commands/signing-commands.ts';
import { KeyName } from '../portfolio/key-name.tsx';
import signing from '../portfolio/signing.module.css';
import { useSigning } from '../portfolio/signing-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './settings.module.css';

/** The key that the person signs exports with: its name, and forgetting it. */
export function SigningKeyRow() {
  const key = useSigning((state) => state.key);
  const [step, setStep] = useState<'rest' | 'asking' | 'kept'>('rest');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => void askKey({ do: 'key' }), []);
  if (key === null) return null;
  const forget = async () => {
    setStep('rest');
    title.current?.focus();
    if (await askKey({ do: 'forget-key' })) sayDone(signingWords.forgotten, false);
  };
  return (
    <section className={styles.setting} aria-label={signingWords.keyTitle}>
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        {signingWords.keyTitle}
      </h3>
      <p className={styles.text}>{key.did === null ? signingWords.settingsNone : signingWords.whatKeyIs}</p>
      {key.did === null ? null : (
        <>
          <KeyName did={key.did} />
          <p className={styles.text}>
            {key.kept === 'session' ? signingWords.keptSession : signingWords.keptDevice(key.madeOn ?? '')}
          </p>
          {step === 'asking' ? (
            <div className={signing.again} role="alert">
              <p>{signingWords.forgetText}</p>
              <Button kind="danger" onPress={() => void forget()}>
                {signingWords.forgetNow}
              </Button>
              <Button autoFocus onPress={() => setStep('kept')}>
                {signingWords.keepKey}
              </Button>
            </div>
          ) : (
            <div>
              <Button autoFocus={step === 'kept'} onPress={() => setStep('asking')}>
                {signingWords.forget}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
