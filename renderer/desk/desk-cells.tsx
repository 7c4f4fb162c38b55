import type { DeskBadge, DeskRow } from '../../shared/desk/desk-row.ts';
import { displayText } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { shortIdentifier } from '../../shared/text/short-identifier.ts';
import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { NameText } from '../ui/name-text.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import styles from './desk-cells.module.css';

interface FileCellProps {
  readonly row: DeskRow;
  /** Somebody asked whose the badges are. */
  readonly isCompared: boolean;
}

/** Which file, whom the badge names, and where the file lies. */
export function FileCell({ row, isCompared }: FileCellProps) {
  const file = displayText(row.file);
  const end = file.lastIndexOf('/') + 1;
  return (
    <div className={styles.cell} title={file}>
      <bdi className={styles.strong}>{file.slice(end)}</bdi>
      <bdi className={styles.muted}>
        {[row.badge === null ? '' : personOf(row.badge, isCompared), file.slice(0, Math.max(0, end - 1))]
          .filter((text) => text !== '')
          .join(' · ')}
      </bdi>
    </div>
  );
}

export function BadgeCell({ row: { badge } }: { readonly row: DeskRow }) {
  if (badge === null) return <div className={styles.cell}>{deskWords.noBadge}</div>;
  return (
    <div className={styles.cell}>
      <bdi className={styles.strong}>
        <NameText name={badge.name || deskWords.unnamed} />
      </bdi>
      <bdi className={styles.muted}>
        <NameText name={badge.issuerName || shortIdentifier(badge.issuerId) || deskWords.unnamedIssuer} />
      </bdi>
    </div>
  );
}

export function VerdictCell({ badge }: { readonly badge: DeskBadge | null }) {
  if (badge === null) return null;
  return (
    <div className={styles.cell}>
      <VerdictLabel verdict={badge.verdict} />
      <span className={styles.muted}>{dateOf(badge)}</span>
    </div>
  );
}

/** What could not be checked, or why the file was not read. */
export function UncheckedCell({ row: { badge, failure } }: { readonly row: DeskRow }) {
  const texts = badge === null ? [failure?.message ?? ''] : badge.unchecked;
  const words = texts.map((text) => displayText(text)).join(' ');
  return (
    <div className={styles.unchecked} title={words}>
      {words}
    </div>
  );
}

function personOf(badge: DeskBadge, isCompared: boolean): string {
  const person = badge.person || (badge.isPersonHashed ? deskWords.hashed : deskWords.nobody);
  return isCompared ? `${deskWords.matches[badge.expected]} · ${person}` : person;
}

function dateOf({ verdict, checkedAt, asOf }: DeskBadge): string {
  return verdict === 'verified-earlier' ? deskWords.asOf(plainDate(asOf)) : plainDate(checkedAt);
}
