import { useState } from 'react';
import { FileTrigger, Form } from 'react-aria-components';
import type { OwnEvidence } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { evidenceWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { addEvidence, changeEvidence } from '../commands/evidence-commands.ts';
import { Choices } from '../settings/choices.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './evidence.module.css';
import { type EvidenceDraft, evidenceOf, isWebAddress } from './evidence-draft.ts';

interface EvidenceDialogProps {
  readonly badgeId: string;
  /** To be changed; null: a new one. */
  readonly evidence: OwnEvidence | null;
}

/** Asks for evidence of the person's own: a text, a link, or a file of which a copy is kept. */
export function EvidenceDialog({ badgeId, evidence }: EvidenceDialogProps) {
  const close = useDialog((state) => state.close);
  const [draft, setDraft] = useState<EvidenceDraft>(() => draftOf(evidence));
  const [file, setFile] = useState<File | null>(null);
  const isNew = evidence === null;
  const ready = evidenceOf(draft, isNew ? file !== null : true);
  const change = (part: Partial<EvidenceDraft>): void => setDraft({ ...draft, ...part });

  const finish = async (): Promise<void> => {
    if (ready === null) return;
    const text = draft.kind === 'text' ? draft.text : draft.kind === 'link' ? draft.url.trim() : null;
    const isDone = isNew
      ? await addEvidence(badgeId, ready, draft.kind === 'file' ? (file ?? undefined) : undefined)
      : await changeEvidence(badgeId, evidence.id, draft.title.trim(), text);
    if (isDone) close();
  };
  return (
    <Dialog title={isNew ? evidenceWords.title : evidenceWords.changeTitle} onClose={close}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void finish();
        }}
      >
        {isNew ? (
          <Choices
            title={evidenceWords.kind}
            names={evidenceWords.kinds}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
        ) : null}
        <TextInput
          autoFocus
          label={evidenceWords.name}
          placeholder={evidenceWords.namePlaceholder}
          maxLength={limits.evidenceTitleCharacters}
          value={draft.title}
          onChange={(title) => change({ title })}
        />
        {draft.kind === 'text' ? (
          <TextInput
            label={evidenceWords.text}
            rows={5}
            maxLength={limits.evidenceTextCharacters}
            value={draft.text}
            onChange={(text) => change({ text })}
          />
        ) : null}
        {draft.kind === 'link' ? (
          <>
            <TextInput
              label={evidenceWords.url}
              placeholder={evidenceWords.urlPlaceholder}
              inputMode="url"
              maxLength={limits.linkCharacters}
              value={draft.url}
              onChange={(url) => change({ url })}
            />
            {draft.url.trim() === '' || isWebAddress(draft.url) ? null : (
              <p className={styles.wrong}>{evidenceWords.notAnAddress}</p>
            )}
          </>
        ) : null}
        {isNew && draft.kind === 'file' ? (
          <div className={styles.file}>
            <FileTrigger onSelect={(files) => setFile(files?.item(0) ?? null)}>
              <Button icon="file">{evidenceWords.chooseFile}</Button>
            </FileTrigger>
            <p className={styles.muted}>
              <bdi>{file === null ? evidenceWords.noFile : displayName(file.name)}</bdi>
            </p>
            <p className={styles.muted}>{evidenceWords.fileText}</p>
          </div>
        ) : null}
        <DialogActions>
          <Button onPress={close}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={ready === null}>
            {isNew ? evidenceWords.addAction : evidenceWords.changeAction}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function draftOf(evidence: OwnEvidence | null): EvidenceDraft {
  const empty = { kind: 'text', title: '', text: '', url: '' } as const;
  if (evidence === null) return empty;
  const { kind, title } = evidence;
  switch (kind) {
    case 'text':
      return { ...empty, kind, title, text: evidence.text };
    case 'link':
      return { ...empty, kind, title, url: evidence.url };
    case 'file':
      return { ...empty, kind, title };
  }
}
