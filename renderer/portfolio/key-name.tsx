import { displayName } from '../../shared/text/display-text.ts';
import { signingWords } from '../../shared/text/ui-signing-words.ts';
import { copy } from '../commands/copy.ts';
import { Button } from '../ui/button.tsx';
import styles from './signing.module.css';

interface KeyNameProps {
  readonly did: string;
  /** It took the place of what had the focus. */
  readonly takesFocus?: boolean;
}

/** The public name of a key, to be read and copied whole. */
export function KeyName({ did, takesFocus = false }: KeyNameProps) {
  return (
    <p className={styles.name}>
      <code>{displayName(did)}</code>
      <Button autoFocus={takesFocus} icon="copy" onPress={() => void copy(did)}>
        {signingWords.copy}
      </Button>
    </p>
  );
}
