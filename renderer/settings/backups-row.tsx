import { useEffect } from 'react';
import { keepWords } from '../../shared/text/ui-keep-words.ts';
import { askAutomatic } from '../commands/keep-commands.ts';
import { runCommand } from '../commands/run-command.ts';
import keeping from '../keeping/keeping.module.css';
import { useKeep } from '../state/keep-store.ts';
import { Button } from '../ui/button.tsx';
import { OnOff } from './on-off.tsx';
import styles from './settings.module.css';

/** Automatic backups, and what a person can do about keeping. */
export function BackupsRow() {
  const automatic = useKeep((state) => state.automatic);
  useEffect(() => void askAutomatic({ do: 'automatic' }), []);
  if (automatic === null) return null;
  return (
    <section className={styles.setting} aria-label={keepWords.automatic}>
      <div>
        <OnOff
          title={keepWords.automatic}
          text={keepWords.automaticText}
          isOn={automatic.isOn}
          onChange={(isOn) => void askAutomatic({ do: 'set-automatic', isOn })}
        />
      </div>
      <p className={styles.text}>{keepWords.automaticState(automatic)}</p>
      {automatic.failure === null ? null : (
        <p role="alert">{keepWords.automaticFailed(automatic.failure.message)}</p>
      )}
      <div className={keeping.buttons}>
        <Button onPress={() => void askAutomatic({ do: 'choose-folder' })}>{keepWords.chooseFolder}</Button>
        <Button onPress={() => void askAutomatic({ do: 'show-folder' })}>{keepWords.showFolder}</Button>
        <Button onPress={() => runCommand('backup.make')}>{keepWords.backUpTitle}…</Button>
        <Button onPress={() => runCommand('backup.restore')}>{keepWords.restoreTitle}…</Button>
        <Button onPress={() => runCommand('library.examine')}>{keepWords.examineTitle}…</Button>
      </div>
    </section>
  );
}
