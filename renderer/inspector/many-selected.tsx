import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { tagWords } from '../../shared/text/ui-organise-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './many-selected.module.css';

/** What can be done with several badges at once. */
export function ManySelected({ count }: { readonly count: number }) {
  const isReadOnly = useLibrary(({ library }) => library.kind === 'ready' && library.view.readOnly);
  return (
    <div className={styles.many}>
      <h2 className={styles.title}>{detailsWords.manyTitle(count)}</h2>
      <Button icon="collection" isDisabled={isReadOnly} onPress={() => runCommand('badge.add-to-collection')}>
        {detailsWords.addToCollection}
      </Button>
      <Button icon="tag" isDisabled={isReadOnly} onPress={() => runCommand('badge.tags')}>
        {tagWords.open}
      </Button>
      <Button icon="share" onPress={() => runCommand('export.open')}>
        {detailsWords.exportThese}
      </Button>
      <Button icon="refresh" onPress={() => runCommand('badge.check')}>
        {detailsWords.checkAgain}
      </Button>
      <p className={styles.hint}>{detailsWords.asksIssuers}</p>
      <Button kind="quiet" icon="trash" isDisabled={isReadOnly} onPress={() => runCommand('badge.remove')}>
        {detailsWords.remove}
      </Button>
    </div>
  );
}
