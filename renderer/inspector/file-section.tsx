import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { copy } from '../commands/copy.ts';
import { runCommand } from '../commands/run-command.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './file-section.module.css';
import { pictureNote } from './picture-note.ts';
import { Section } from './section.tsx';

/** The original file: name, size, SHA-256, and a way to have it back. */
export function FileSection({ details }: { readonly details: BadgeDetails }) {
  const note = pictureNote(details);
  return (
    <Section title={detailsWords.file}>
      <p>
        <BadgeText text={details.fileName} />{' '}
        <span className={styles.muted}>{detailsWords.size(details.sizeBytes)}</span>
      </p>
      {note === null ? null : <p className={styles.muted}>{note}</p>}
      <div className={styles.hash}>
        <p className={styles.digest}>
          {detailsWords.sha256}
          <code>{details.sha256}</code>
        </p>
        <IconButton icon="copy" label={detailsWords.copyHash} onPress={() => copy(details.sha256)} />
      </div>
      <div>
        <Button icon="save" onPress={() => runCommand('badge.save-original')}>
          {detailsWords.saveOriginal}
        </Button>
      </div>
    </Section>
  );
}
