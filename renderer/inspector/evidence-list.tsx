import type { Evidence } from '../../shared/badge/model.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { Narrative } from '../ui/narrative.tsx';
import { WebLink } from '../ui/web-link.tsx';
import styles from './entries.module.css';
import { Section } from './section.tsx';

/** What the issuer gives as evidence. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <Section title={detailsWords.evidence}>
      <ul className={styles.entries}>
        {evidence.map((entry) => (
          <li key={`${entry.url} ${entry.name} ${entry.narrative}`} className={styles.entry}>
            {entry.url ? (
              <WebLink href={entry.url}>{entry.name ? <BadgeText text={entry.name} /> : undefined}</WebLink>
            ) : (
              entry.name && <BadgeText text={entry.name} />
            )}
            {entry.description ? <BadgeText text={entry.description} kind="text" /> : null}
            {entry.narrative ? <Narrative text={entry.narrative} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
