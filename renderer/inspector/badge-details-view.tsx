import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { OwnEvidenceList } from '../evidence/own-evidence.tsx';
import { BadgeArt } from '../grid/badge-art.tsx';
import { issuerLabel } from '../grid/issuer-label.ts';
import { HistorySection } from '../history/history-section.tsx';
import { useLookAlikes } from '../issuers/use-look-alikes.ts';
import { useLibrary } from '../state/library-store.ts';
import { TagSection } from '../tags/tag-section.tsx';
import { BadgeText } from '../ui/badge-text.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Identifier } from '../ui/identifier.tsx';
import styles from './badge-details-view.module.css';
import { CheckList } from './check-list.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Facts } from './facts.tsx';
import { FamilySection } from './family-section.tsx';
import { FileSection } from './file-section.tsx';
import { nameWarnings } from './name-warnings.ts';
import { NoteSection } from './note-section.tsx';
import { Purpose } from './purpose.tsx';
import { RawData } from './raw-data.tsx';
import { Section } from './section.tsx';
import { SkillList } from './skill-list.tsx';
import { takenWords } from './taken-words.ts';
import { TechnicalDetails } from './technical-details.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

/** One badge: first what can be said about it, then what it says itself, then the technical detail folded away. */
export function BadgeDetailsView({ details }: { readonly details: BadgeDetails }) {
  const { card, badge, report } = details;
  const isReadOnly = useLibrary(({ library }) => library.kind === 'ready' && library.view.readOnly);
  const taken = takenWords(details.taken);
  const lookAlikes = useLookAlikes(details);
  const isLong = card.name.length > limits.longNameCharacters;
  return (
    <article className={styles.details}>
      <header className={styles.header}>
        <span className={styles.art}>
          <BadgeArt name={card.name} imageUrl={card.imageUrl} />
        </span>
        <h2 className={classNames(styles.name, isLong && styles.long)}>
          <BadgeText text={card.name} />
        </h2>
        <p className={styles.issuer}>
          <bdi>{issuerLabel(card)}</bdi>
          {card.issuerId === '' || card.issuerName === '' || card.issuerId === card.issuerName ? null : (
            <span className={styles.issuerId}>
              <Identifier id={card.issuerId} />
            </span>
          )}
        </p>
        {[...nameWarnings(badge), ...lookAlikes].map((sentence) => (
          <p key={sentence} className={styles.warning}>
            {sentence}
          </p>
        ))}
        {taken === null ? null : <p className={styles.taken}>{taken}</p>}
      </header>
      <VerdictPanel details={details} />
      {details.changes.length === 0 ? null : (
        <Section title={detailsWords.changed}>
          {details.changes.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Section>
      )}
      {report === null ? null : <CheckList report={report} details={details} />}
      <div className={styles.actions}>
        <Button
          icon="collection"
          isDisabled={isReadOnly}
          onPress={() => runCommand('badge.add-to-collection')}
        >
          {detailsWords.addToCollection}
        </Button>
        <Button icon="share" onPress={() => runCommand('export.open')}>
          {detailsWords.exportThese}
        </Button>
        <Button icon="link" onPress={() => runCommand('badge.share')}>
          {detailsWords.shareThis}
        </Button>
      </div>
      <TagSection card={card} isReadOnly={isReadOnly} />
      <NoteSection badgeId={card.id} note={details.note} isReadOnly={isReadOnly} />
      <Purpose badge={badge} />
      <FamilySection details={details} />
      <EvidenceList evidence={badge.evidence} />
      <OwnEvidenceList badgeId={card.id} evidence={details.evidence} isReadOnly={isReadOnly} />
      <SkillList badge={badge} />
      <Facts details={details} />
      <FileSection details={details} />
      <div>
        <HistorySection badgeId={card.id} />
        <TechnicalDetails details={details} />
        <RawData text={details.rawText} />
      </div>
    </article>
  );
}
