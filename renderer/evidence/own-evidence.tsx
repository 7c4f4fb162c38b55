import type { OwnEvidence } from '../../shared/ipc/views.ts';
import { displayName, displayText } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { evidenceWords } from '../../shared/text/ui-organise-words.ts';
import { nameOfEvidence, removeEvidence, saveEvidence } from '../commands/evidence-commands.ts';
import { Section } from '../inspector/section.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { WebLink } from '../ui/web-link.tsx';
import styles from './evidence.module.css';

interface OwnEvidenceListProps {
  readonly badgeId: string;
  readonly evidence: readonly OwnEvidence[];
  readonly isReadOnly: boolean;
}

/** What the person added to a badge, kept apart from what the issuer says. */
export function OwnEvidenceList({ badgeId, evidence, isReadOnly }: OwnEvidenceListProps) {
  const open = useDialog((state) => state.open);
  if (isReadOnly && evidence.length === 0) return null;
  return (
    <Section title={evidenceWords.own}>
      {evidence.length === 0 ? null : <p className={styles.muted}>{evidenceWords.ownText}</p>}
      {evidence.length === 0 ? null : (
        <ul className={styles.list}>
          {evidence.map((each) => (
            <li key={each.id} className={styles.entry}>
              <Icon name={icons[each.kind]} />
              <div className={styles.words}>
                <p className={styles.name}>
                  <bdi>{nameOfEvidence(each)}</bdi>
                </p>
                <Contents badgeId={badgeId} evidence={each} />
              </div>
              {isReadOnly ? null : (
                <span className={styles.buttons}>
                  <IconButton
                    icon="pencil"
                    label={evidenceWords.change(nameOfEvidence(each))}
                    onPress={() => open({ kind: 'evidence', badgeId, evidence: each })}
                  />
                  <IconButton
                    icon="trash"
                    label={evidenceWords.remove(nameOfEvidence(each))}
                    onPress={() => void removeEvidence(badgeId, each)}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly ? null : (
        <div>
          <Button icon="plus" onPress={() => open({ kind: 'evidence', badgeId, evidence: null })}>
            {evidenceWords.add}
          </Button>
        </div>
      )}
    </Section>
  );
}

const icons: Readonly<Record<OwnEvidence['kind'], IconName>> = { text: 'note', link: 'link', file: 'file' };

function Contents({ badgeId, evidence }: { readonly badgeId: string; readonly evidence: OwnEvidence }) {
  const added = (
    <p className={styles.muted}>
      <time dateTime={evidence.addedAt}>{plainDate(evidence.addedAt)}</time>
    </p>
  );
  switch (evidence.kind) {
    case 'text':
      return (
        <>
          {evidence.title === '' ? null : <p className={styles.text}>{displayText(evidence.text)}</p>}
          {added}
        </>
      );
    case 'link':
      return (
        <>
          <WebLink href={evidence.url} />
          {added}
        </>
      );
    case 'file':
      return (
        <>
          <p className={styles.muted}>
            <bdi>{displayName(evidence.fileName)}</bdi> {detailsWords.size(evidence.sizeBytes)}
          </p>
          <Button kind="link" className={styles.save} onPress={() => void saveEvidence(badgeId, evidence.id)}>
            {evidenceWords.save}
          </Button>
        </>
      );
  }
}
