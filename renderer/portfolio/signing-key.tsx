import { useEffect, useState } from 'react';
import { signingWords } from '../../shared/text/ui-signing-words.ts';
import { askKey } from '../commands/signing-commands.ts';
import { Button } from '../ui/button.tsx';
import { KeyName } from './key-name.tsx';
import styles from './signing.module.css';
import { useSigning } from './signing-store.ts';

/** The key that an export is signed with; where there is none, what it is and how it is made. */
export function SigningKey() {
  const key = useSigning((state) => state.key);
  const [isMadeHere, setMadeHere] = useState(false);
  useEffect(() => void askKey({ do: 'key' }), []);
  if (key === null) return null;
  const kept = key.keyring === 'ready' ? 'device' : 'session';
  return (
    <section className={styles.key} aria-label={signingWords.keyTitle}>
      <h3>{signingWords.keyTitle}</h3>
      <p>{signingWords.whatKeyIs}</p>
      {key.did === null ? (
        <>
          <p>{signingWords.keyrings[key.keyring]}</p>
          <div>
            <Button
              onPress={() => {
                setMadeHere(true);
                void askKey({ do: 'make-key', kept });
              }}
            >
              {kept === 'device' ? signingWords.make : signingWords.makeForSession}
            </Button>
          </div>
        </>
      ) : (
        <>
          <KeyName did={key.did} takesFocus={isMadeHere} />
          <p className={styles.muted}>
            {key.kept === 'session' ? signingWords.keptSession : signingWords.keptDevice(key.madeOn ?? '')}
          </p>
        </>
      )}
    </section>
  );
}
