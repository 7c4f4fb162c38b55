import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import { displayText } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import type { Check, Outcome, Report } from '../../shared/verify/report.ts';
import { copy } from '../commands/copy.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './check-list.module.css';
import { reportText } from './report-text.ts';
import { Section } from './section.tsx';

interface CheckListProps {
  readonly report: Report;
  readonly details: BadgeDetails;
}

/** Every check as one sentence, with its sign, its date and, where something was found out, its source. */
export function CheckList({ report, details }: CheckListProps) {
  return (
    <Section title={detailsWords.checksTitle}>
      <ul className={styles.list}>
        {report.checks.map((check, index) => (
          // A check may come twice, for two proofs; the list of one report never changes its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <CheckLine key={`${check.id} ${index}`} check={check} />
        ))}
      </ul>
      <div>
        <Button kind="quiet" icon="copy" className={styles.copy} onPress={() => copy(reportText(details))}>
          {detailsWords.copyReport}
        </Button>
      </div>
    </Section>
  );
}

const signs: Readonly<Record<Outcome, IconName>> = {
  pass: 'check',
  warn: 'exclamation',
  fail: 'cross',
  unknown: 'asked',
  'not-applicable': 'dash',
};

function CheckLine({ check }: { readonly check: Check }) {
  return (
    <li className={styles.check}>
      <span className={styles[check.outcome]} role="img" aria-label={detailsWords.outcome[check.outcome]}>
        <Icon name={signs[check.outcome]} size="small" />
      </span>
      <span>
        {displayText(check.message)}
        <span className={styles.source}>
          {plainDate(check.asOf)}
          {check.outcome === 'unknown' && check.source === 'local'
            ? null
            : `, ${detailsWords.source[check.source]}`}
          {isStale(check, Date.now()) ? `, ${detailsWords.moreThanMonth}` : null}
        </span>
      </span>
    </li>
  );
}

/** A statement of somebody else that is more than a month old; what was computed here is always of now. */
function isStale({ source, asOf }: Check, nowMs: number): boolean {
  return source !== 'local' && nowMs - Date.parse(asOf) > limits.staleFactMs;
}
