import { useRef } from 'react';
import { displayName } from '../../shared/text/display-text.ts';
import { tagWords } from '../../shared/text/ui-organise-words.ts';
import { deleteTag } from '../commands/tag-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { tagCounts } from './tag-counts.ts';
import styles from './tags.module.css';

/** Every tag, to be renamed or deleted on all badges at once. */
export function TagsDialog() {
  const close = useDialog((state) => state.close);
  const open = useDialog((state) => state.open);
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : null));
  const isReadOnly = useLibrary(({ library }) => library.kind !== 'ready' || library.view.readOnly);
  const list = useRef<HTMLUListElement>(null);
  const tags = tagCounts(badges ?? []);
  return (
    <Dialog title={tagWords.allTitle} onClose={close}>
      <p className={styles.muted}>{tags.length === 0 ? tagWords.none : tagWords.allText}</p>
      <ul ref={list} tabIndex={-1} aria-label={tagWords.allTitle} className={styles.rows}>
        {tags.map(({ tag, count }) => (
          <li key={tag} className={styles.row}>
            <bdi className={styles.rowName}>{displayName(tag)}</bdi>
            <span className={styles.muted}>{tagWords.count(count)}</span>
            <IconButton
              icon="pencil"
              label={tagWords.rename(displayName(tag))}
              isDisabled={isReadOnly}
              onPress={() => open({ kind: 'rename-tag', tag })}
            />
            <IconButton
              icon="trash"
              label={tagWords.delete(displayName(tag))}
              isDisabled={isReadOnly}
              // Its button goes with it: the focus stays with the list.
              onPress={() => void deleteTag(tag).then(() => list.current?.focus())}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
