import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { BadgeDetails, IssuerSeenView } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { useLibrary } from '../state/library-store.ts';
import box from '../ui/box.module.css';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './issuers.module.css';
import { Pinned } from './pinned.tsx';

interface KnowIssuerFormProps {
  readonly details: BadgeDetails;
  readonly seen: IssuerSeenView;
  /** Answers whether it was done. */
  readonly onKnow: (name: string, note: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Says what knowing an issuer means and what is pinned, and asks for the person's own name for them. */
export function KnowIssuerForm({ details, seen, onKnow, onClose }: KnowIssuerFormProps) {
  const known = useLibrary(({ library }) =>
    library.kind === 'ready' ? library.view.knownIssuers.find(({ id }) => id === seen.id) : undefined,
  );
  const claimed = displayName(details.badge.issuer.name ?? '');
  const [name, setName] = useState(known?.name || claimed);
  const [note, setNote] = useState(known?.note ?? '');
  const [isSaving, setSaving] = useState(false);
  const isChange = known !== undefined && seen.standing === 'known-by-other-key';
  return (
    <Dialog title={isChange ? issuerWords.changeTitle : issuerWords.knowTitle} width="wide" onClose={onClose}>
      <Form
        className={classNames(styles.form)}
        onSubmit={async (event) => {
          event.preventDefault();
          setSaving(true);
          const isDone = await onKnow(name.trim(), note.trim());
          setSaving(false);
          if (isDone) onClose();
        }}
      >
        {isChange ? (
          <>
            <p>{issuerWords.changeText(known.name || known.id, plainDate(known.addedAt))}</p>
            <p>{issuerWords.changeAdvice}</p>
          </>
        ) : (
          <>
            <p>{issuerWords.knowText(claimed)}</p>
            <p>{issuerWords.knowAdvice}</p>
          </>
        )}
        <section className={box.box} aria-label={issuerWords.pinned}>
          <h3>{isChange ? issuerWords.pinnedNew : issuerWords.pinned}</h3>
          <Pinned id={seen.id} fingerprints={seen.fingerprint === null ? [] : [seen.fingerprint]} />
          {isChange ? (
            <>
              <h3>{issuerWords.pinnedBefore}</h3>
              <Pinned id={null} fingerprints={known.fingerprints} />
            </>
          ) : (
            <p className={styles.muted}>
              {seen.fingerprint === null ? issuerWords.meansSite : issuerWords.meansKey}
            </p>
          )}
        </section>
        <TextInput
          autoFocus
          label={issuerWords.name}
          maxLength={limits.issuerNameCharacters}
          value={name}
          onChange={setName}
        />
        <TextInput
          label={issuerWords.note}
          placeholder={issuerWords.notePlaceholder}
          maxLength={limits.issuerNoteCharacters}
          value={note}
          onChange={setNote}
        />
        <p className={styles.muted}>{issuerWords.effect}</p>
        <DialogActions>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={name.trim() === '' || isSaving}>
            {isChange ? issuerWords.changeAction : issuerWords.knowAction}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
