import { useState } from 'react';
import { Form } from 'react-aria-components';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { exportPage } from '../commands/export-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './export-dialog.module.css';
import { whatLeaves } from './what-leaves.ts';

interface ExportDialogProps {
  readonly initialTitle: string;
  readonly badgeIds: readonly string[];
}

/** The title of the page, and in plain words what leaves the computer with it. */
export function ExportDialog({ initialTitle, badgeIds }: ExportDialogProps) {
  const close = useDialog((state) => state.close);
  const library = useLibrary((state) => state.library);
  const [title, setTitle] = useState(initialTitle);
  const [isSaving, setSaving] = useState(false);
  const ids = new Set(badgeIds);
  const badges = library.kind === 'ready' ? library.view.badges.filter(({ id }) => ids.has(id)) : [];
  return (
    <Dialog title={exportWords.title} width="wide" onClose={close}>
      <Form
        className={classNames(styles.form)}
        onSubmit={async (event) => {
          event.preventDefault();
          if (isSaving) return;
          setSaving(true);
          const isDone = await exportPage(title.trim(), badgeIds);
          setSaving(false);
          if (isDone) close();
        }}
      >
        <p>{exportWords.intro}</p>
        <TextInput
          autoFocus
          label={exportWords.pageTitle}
          maxLength={300}
          value={title}
          onChange={setTitle}
        />
        <section className={styles.leaves}>
          <h3>{exportWords.leaves}</h3>
          <ul>
            {whatLeaves(badges).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className={styles.stays}>{exportWords.stays}</p>
        </section>
        <DialogActions>
          <Button onPress={close}>{uiWords.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={title.trim() === '' || badges.length === 0}
            isPending={isSaving}
          >
            {isSaving ? exportWords.saving : exportWords.save}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
