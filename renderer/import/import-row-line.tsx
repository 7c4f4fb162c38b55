import type { ImportLink, ImportRow } from '../../shared/ipc/import-views.ts';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { importLink } from '../commands/import-commands.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './import-row-line.module.css';

const signs: Readonly<Record<ImportRow['outcome'], IconName>> = {
  imported: 'check',
  edition: 'check',
  already: 'dash',
  refused: 'cross',
  cancelled: 'pause',
};

/** One file: what was found in it, or why it was not taken and what can be done. */
export function ImportRowLine({ row, onFetch }: { readonly row: ImportRow; readonly onFetch: () => void }) {
  return (
    <li className={styles.row} data-outcome={row.outcome}>
      <span className={styles[row.outcome]} role="img" aria-label={importWords.outcome[row.outcome]}>
        <Icon name={signs[row.outcome]} size="small" />
      </span>
      <span className={styles.words}>
        <span className={styles.file}>
          <BadgeText text={row.fileName || importWords.pasted} />
        </span>
        <span className={styles.what}>
          {row.failure === null ? (
            <>
              {row.outcome === 'already' || row.outcome === 'edition'
                ? `${importWords.outcome[row.outcome]}: `
                : null}
              {row.found === '' ? importWords.outcome[row.outcome] : <BadgeText text={row.found} />}
            </>
          ) : (
            <>
              {row.failure.message} <span className={styles.next}>{row.failure.next}</span>
            </>
          )}
        </span>
        {row.notes.map((note) => (
          <span key={note} className={styles.next}>
            <BadgeText text={note} />
          </span>
        ))}
      </span>
      {row.badgeIds.length > 0 ? (
        <Button kind="quiet" className={styles.show} onPress={() => show(row.badgeIds)}>
          {uiWords.show}
        </Button>
      ) : null}
      {row.link === undefined ? null : <FetchButton link={row.link} onPress={onFetch} />}
    </li>
  );
}

/** Where the badge may be: pressing it agrees to ask that host. */
function FetchButton({ link, onPress }: { readonly link: ImportLink; readonly onPress: () => void }) {
  const label = importWords.fetchFrom(link.host);
  return (
    <Button
      className={styles.fetch}
      aria-label={label}
      onPress={() => {
        onPress();
        void importLink(link);
      }}
    >
      <BadgeText text={label} />
    </Button>
  );
}

function show(ids: readonly string[]): void {
  const { go, setSearch } = usePlace.getState();
  setSearch('');
  go({ kind: 'all' });
  useSelection.getState().select(ids);
}
