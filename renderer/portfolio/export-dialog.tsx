import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import type { Disclosure } from '../../shared/portfolio/disclosures.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { cancelExport, planExport, saveExport } from '../commands/export-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { DisclosureList } from './disclosure-list.tsx';
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
  const [disclosures, setDisclosures] = useState<readonly Disclosure[]>([]);
  const [switches, setSwitches] = useState(leastSwitches);
  useEffect(() => {
    let isHere = true;
    void planExport(plainPortfolio('-', badgeIds)).then((plan) => {
      if (isHere && plan !== null) setDisclosures(plan);
    });
    return () => {
      isHere = false;
    };
  }, [badgeIds]);
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
          const isDone = await saveExport(plainPortfolio(title.trim(), badgeIds), switches, 'html');
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
          <DisclosureList disclosures={disclosures} switches={switches} onChange={setSwitches} />
          <p className={styles.stays}>{exportWords.stays}</p>
        </section>
        <DialogActions>
          <Button onPress={() => (isSaving ? void cancelExport() : close())}>{uiWords.cancel}</Button>
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
