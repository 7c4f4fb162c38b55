import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { headlineOf } from '../../shared/text/verdicts.ts';
import type { Report } from '../../shared/verify/report.ts';
import { verdictOf } from '../../shared/verify/verdict.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import styles from './entries.module.css';
import { Section } from './section.tsx';

interface EndorsementListProps {
  readonly endorsements: readonly Report[];
  /** How many the badge carries: some may not be readable. */
  readonly count: number;
}

/** Who endorses the badge, in what words, and what can be said of each endorsement itself. */
export function EndorsementList({ endorsements, count }: EndorsementListProps) {
  if (endorsements.length === 0 && count === 0) return null;
  const now = Date.now();
  const unread = count - endorsements.length;
  return (
    <Section title={detailsWords.endorsements}>
      <ul className={styles.entries}>
        {endorsements.map((report, index) => (
          // Endorsements of one report never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={styles.entry}>
            <BadgeText
              text={report.about?.issuerName || report.about?.issuerId || detailsWords.unnamedIssuer}
            />
            {report.about?.comment ? (
              <q>
                <BadgeText text={report.about.comment} kind="text" />
              </q>
            ) : null}
            <VerdictLabel verdict={verdictOf(report, now)} />
            <span className={styles.muted}>{headlineOf(report, now).sentence}</span>
          </li>
        ))}
      </ul>
      {unread > 0 ? <p className={styles.muted}>{detailsWords.endorsementsUnread(unread)}</p> : null}
    </Section>
  );
}
