import { mixesScripts } from '../../shared/text/display-text.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { Icon } from './icon.tsx';
import styles from './name-text.module.css';

/** A cleaned name on a card or in a row: a sign stands before one whose letters may pass for others (threat C10). */
export function NameText({ name }: { readonly name: string }) {
  if (!mixesScripts(name)) return name;
  return (
    <>
      <span
        role="img"
        aria-label={detailsWords.mixedAlphabetsSign}
        title={detailsWords.mixedAlphabetsSign}
        className={styles.sign}
      >
        <Icon name="warning" size="small" />
      </span>{' '}
      {name}
    </>
  );
}
