import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { wordsForNote } from '../../shared/text/notes.ts';
import { detailsWords, proofWords } from '../../shared/text/ui-details-words.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { Fold } from '../ui/fold.tsx';
import styles from './technical-details.module.css';

/** Versions, identifiers, and the facts behind each check. */
export function TechnicalDetails({ details }: { readonly details: BadgeDetails }) {
  const { badge, report, container } = details;
  const checks = report?.checks.filter((check) => check.detail !== undefined || check.code !== null) ?? [];
  const facts: readonly (readonly [string, string | null])[] = [
    [detailsWords.version, badge.version],
    [detailsWords.proof, proofWords[badge.form]],
    [detailsWords.container, container],
    [detailsWords.identifier, badge.credentialId],
    [detailsWords.issuerId, badge.issuer.id],
    [detailsWords.engine, report === null ? null : `${report.engine}, ${report.checkedAt}`],
  ];
  return (
    <Fold title={detailsWords.technical}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value === null ? null : <Fact key={name} name={name} value={value} />,
        )}
      </dl>
      {badge.notes.length > 0 ? (
        <>
          <h4 className={styles.heading}>{detailsWords.readingNotes}</h4>
          <ul className={styles.notes}>
            {badge.notes.map((note) => (
              <li key={note.code}>{wordsForNote(note)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <dl className={styles.facts}>
        {checks.map((check) => (
          <Fact
            key={`${check.id} ${check.code} ${check.message}`}
            name={check.id}
            value={[check.code, ...Object.entries(check.detail ?? {}).map((entry) => entry.join(': '))]
              .filter(Boolean)
              .join('; ')}
          />
        ))}
      </dl>
    </Fold>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        <BadgeText text={value} kind="text" />
      </dd>
    </div>
  );
}
