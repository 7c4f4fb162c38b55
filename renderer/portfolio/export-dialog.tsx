import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { limits } from '../../shared/limits.ts';
import type { Disclosure } from '../../shared/portfolio/disclosures.ts';
import type { ExportFormat } from '../../shared/portfolio/export-formats.ts';
import { badgeIdsOf, type Portfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { signingWords } from '../../shared/text/ui-signing-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { cancelExport, planExport, saveExport } from '../commands/export-commands.ts';
import { Choices } from '../settings/choices.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import box from '../ui/box.module.css';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { DisclosureList } from './disclosure-list.tsx';
import styles from './export-dialog.module.css';
import { ExportProgressBar } from './export-progress-bar.tsx';
import { KeyDisclosure } from './key-disclosure.tsx';
import { createPortfolio } from './portfolio-commands.ts';
import { unsigned } from './signing.ts';
import { SigningChoice } from './signing-choice.tsx';
import { useSigning } from './signing-store.ts';
import { whatLeaves } from './what-leaves.ts';

interface ExportDialogProps {
  readonly initial: Portfolio;
  /** One that is kept: its title is its own. */
  readonly isOfPortfolio: boolean;
}

/** As what and for whom, and in plain words what leaves the computer with it. */
export function ExportDialog({ initial, isOfPortfolio }: ExportDialogProps) {
  const close = useDialog((state) => state.close);
  const library = useLibrary((state) => state.library);
  const [title, setTitle] = useState(initial.title);
  const [format, setFormat] = useState<ExportFormat>('html');
  const [forWhom, setForWhom] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [disclosures, setDisclosures] = useState<readonly Disclosure[]>([]);
  const [switches, setSwitches] = useState(leastSwitches);
  const [signing, setSigning] = useState(unsigned);
  const hasKey = useSigning((state) => state.key?.did != null);
  // The dialog is of one portfolio from its opening to its end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    let isHere = true;
    void planExport({ ...initial, title: '-' }).then((plan) => {
      if (isHere && plan !== null) setDisclosures(plan);
    });
    return () => {
      isHere = false;
    };
  }, []);
  const ids = new Set(badgeIdsOf(initial));
  const badges = library.kind === 'ready' ? library.view.badges.filter(({ id }) => ids.has(id)) : [];
  const lacksOriginals = (format === 'zip' || format === 'json') && !switches.originals;
  const lacksKey = format === 'json' && signing.shape !== 'plain' && !hasKey;
  const portfolio = { ...initial, title: title.trim() };
  return (
    <Dialog title={exportWords.title} width="wide" onClose={isSaving ? () => void cancelExport() : close}>
      <Form
        className={classNames(styles.form)}
        onSubmit={async (event) => {
          event.preventDefault();
          if (isSaving) return;
          setSaving(true);
          const isDone = await saveExport(portfolio, switches, format, forWhom.trim(), signing);
          setSaving(false);
          if (isDone) close();
        }}
      >
        {isOfPortfolio ? (
          <p>{exportWords.portfolio(displayName(initial.title), portfolioWords.countOf(badges.length))}</p>
        ) : (
          <TextInput
            autoFocus
            label={exportWords.pageTitle}
            maxLength={limits.portfolioNameCharacters}
            value={title}
            onChange={setTitle}
          />
        )}
        <Choices title={exportWords.format} names={exportWords.formats} value={format} onChange={setFormat} />
        <p className={styles.stays}>{exportWords.formatTexts[format]}</p>
        {format === 'json' ? <SigningChoice signing={signing} onChange={setSigning} /> : null}
        <section className={classNames(box.box, styles.leaves)}>
          <h3>{exportWords.leaves}</h3>
          <ul>
            {whatLeaves(badges, format).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <DisclosureList disclosures={disclosures} switches={switches} onChange={setSwitches} />
          {format === 'json' ? <KeyDisclosure signing={signing} onChange={setSigning} /> : null}
          <p className={styles.stays}>{exportWords.stays}</p>
        </section>
        <TextInput
          label={exportWords.forWhom}
          maxLength={limits.receiptWordsCharacters}
          value={forWhom}
          onChange={setForWhom}
        />
        <DialogActions
          above={
            <>
              {lacksOriginals ? <p role="status">{exportWords.needsOriginals}</p> : null}
              {lacksKey ? <p role="status">{signingWords.needsKey}</p> : null}
              {isSaving ? <ExportProgressBar /> : null}
            </>
          }
        >
          {isOfPortfolio || isSaving ? null : (
            <Button
              kind="link"
              isDisabled={title.trim() === ''}
              onPress={() => {
                close();
                void createPortfolio(portfolio);
              }}
            >
              {exportWords.tellStory}
            </Button>
          )}
          <Button onPress={() => (isSaving ? void cancelExport() : close())}>{uiWords.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={title.trim() === '' || badges.length === 0 || lacksOriginals || lacksKey}
            isPending={isSaving}
          >
            {isSaving ? exportWords.saving : exportWords.save}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
