import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './settings.module.css';

/** How many issuers the person knows, and the way to their list. */
export function KnownIssuersRow() {
  const issuers = useLibrary(({ library }) =>
    library.kind === 'ready' ? library.view.knownIssuers.length : 0,
  );
  const registries = useLibrary(({ library }) =>
    library.kind === 'ready' ? library.view.registries.length : 0,
  );
  return (
    <section className={styles.setting} aria-label={issuerWords.title}>
      <h3 className={styles.title}>{issuerWords.title}</h3>
      <p className={styles.text}>{issuerWords.count(issuers, registries)}</p>
      <div>
        <Button icon="person" onPress={() => runCommand('issuers.open')}>
          {issuerWords.open}
        </Button>
      </div>
    </section>
  );
}
