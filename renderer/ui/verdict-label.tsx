import { uiWords } from '../../shared/text/ui-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './verdict-label.module.css';

/** A verdict as icon, word and colour, never colour alone; null while it is being checked. */
export function VerdictLabel({ verdict }: { readonly verdict: Verdict | null }) {
  if (verdict === null) {
    return (
      <span className={classNames(styles.label, styles.running)} data-verdict="running">
        <Icon name="running" size="small" />
        <span className={styles.word}>{uiWords.checking}</span>
      </span>
    );
  }
  const { word, role, icon } = verdictWords[verdict];
  return (
    <span className={classNames(styles.label, styles[role])} data-verdict={verdict}>
      <Icon name={icon} size="small" />
      <span className={styles.word}>{word}</span>
    </span>
  );
}
