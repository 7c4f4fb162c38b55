import type { DeskBadge, DeskRow } from '../../shared/desk/desk-row.ts';
import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { displayText } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import { BadgeArt } from '../grid/badge-art.tsx';
import { issuerLabel } from '../grid/issuer-label.ts';
import page from '../inspector/badge-details-view.module.css';
import { CheckList } from '../inspector/check-list.tsx';
import { EndorsementList } from '../inspector/endorsement-list.tsx';
import { EvidenceList } from '../inspector/evidence-list.tsx';
import { nameWarnings } from '../inspector/name-warnings.ts';
import { Purpose } from '../inspector/purpose.tsx';
import { RawData } from '../inspector/raw-data.tsx';
import { Section } from '../inspector/section.tsx';
import { SkillList } from '../inspector/skill-list.tsx';
import { takenWords } from '../inspector/taken-words.ts';
import { TechnicalDetails } from '../inspector/technical-details.tsx';
import verdictStyles from '../inspector/verdict-panel.module.css';
import { useDialog } from '../state/dialog-store.ts';
import { BadgeDate } from '../ui/badge-date.tsx';
import { BadgeEnd } from '../ui/badge-end.tsx';
import { BadgeText } from '../ui/badge-text.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './desk-badge-view.module.css';
import { keepRow } from './desk-commands.ts';

interface DeskBadgeViewProps {
  readonly row: DeskRow;
  readonly badge: DeskBadge;
  readonly details: BadgeDetails;
}

/** A badge on the desk: what can be said about it, what it says itself, then the technical detail. */
export function DeskBadgeView({ row, badge: checked, details }: DeskBadgeViewProps) {
  const { card, badge, report } = details;
  const taken = takenWords(details.taken);
  return (
    <article className={page.details}>
      <header className={page.header}>
        <span className={styles.art}>
          <BadgeArt name={card.name} imageUrl={card.imageUrl} />
        </span>
        <h2 className={page.name}>
          <BadgeText text={card.name} />
        </h2>
        <p>
          <bdi>{issuerLabel(card)}</bdi>
        </p>
        {nameWarnings(badge).map((sentence) => (
          <p key={sentence} className={page.warning}>
            {sentence}
          </p>
        ))}
        {taken === null ? null : <p className={styles.muted}>{taken}</p>}
      </header>
      <DeskVerdict row={row} badge={checked} details={details} />
      {report === null ? null : <CheckList report={report} details={details} />}
      {checked.carried === null ? null : (
        <Section title={deskWords.carriedTitle}>
          <p>{deskWords.carried(displayText(checked.carried.sentence))}</p>
        </Section>
      )}
      <Purpose badge={badge} />
      <EvidenceList evidence={badge.evidence} />
      <SkillList badge={badge} />
      <Section title={detailsWords.dates}>
        {badge.issuedOn === null ? null : (
          <p>
            {detailsWords.issuedOn}: <BadgeDate value={badge.issuedOn} />
          </p>
        )}
        <p>
          {detailsWords.expires}: <BadgeEnd badge={badge} />
        </p>
      </Section>
      <Section title={detailsWords.recipient}>
        <p>{checked.person || (checked.isPersonHashed ? deskWords.hashed : deskWords.nobody)}</p>
      </Section>
      <EndorsementList
        endorsements={report?.endorsements ?? []}
        count={report === null ? 0 : badge.endorsements.length}
      />
      <Section title={detailsWords.file}>
        <p>
          <BadgeText text={row.file} />{' '}
          <span className={styles.muted}>{detailsWords.size(details.sizeBytes)}</span>
        </p>
        <p className={styles.hash}>
          {detailsWords.sha256}
          <code>{details.sha256}</code>
        </p>
      </Section>
      <div>
        <TechnicalDetails details={details} />
        <RawData text={details.rawText} />
      </div>
    </article>
  );
}

function DeskVerdict({ row, badge, details }: DeskBadgeViewProps) {
  const { word, role, icon } = verdictWords[badge.verdict];
  const seen = details.issuerSeen;
  const hint = hintOf(badge);
  const mayKnow = badge.verdict === 'unconfirmed' && seen !== null && seen.standing !== 'known';
  return (
    <section className={classNames(verdictStyles.panel, verdictStyles[role])}>
      <p className={verdictStyles.word}>
        <Icon name={icon} size="large" />
        <strong>{word}</strong>
      </p>
      <p>{displayText(badge.sentence)}</p>
      <p className={verdictStyles.date}>
        <time dateTime={badge.checkedAt}>{deskWords.checkedOn(plainDate(badge.checkedAt))}</time>
      </p>
      {hint === null ? null : <p className={verdictStyles.hint}>{hint}</p>}
      <div className={styles.actions}>
        {mayKnow ? (
          <Button
            icon="person"
            onPress={() => useDialog.getState().open({ kind: 'desk-know-issuer', rowId: row.id })}
          >
            {seen.standing === 'unknown' ? deskWords.know : issuerWords.lookAtKey}
          </Button>
        ) : null}
        <Button icon="badge" onPress={() => void keepRow(row.id)}>
          {deskWords.keep}
        </Button>
      </div>
    </section>
  );
}

/** What going online would add; null: nothing is left to ask. */
function hintOf({ verdict, wouldAsk }: DeskBadge): string | null {
  if (wouldAsk.length > 0) return deskWords.wouldAsk(wouldAsk.join(', '));
  return verdict === 'altered' ? deskWords.askingIsVain : null;
}
