import { useState } from 'react';
import type { IssuerListPreview } from '../../shared/ipc/trust-views.ts';
import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { takeIssuerList } from '../commands/issuer-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import box from '../ui/box.module.css';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import styles from './issuers.module.css';
import { Pinned } from './pinned.tsx';
import { previewSentences } from './preview-sentences.ts';

/** What a file would add, for the person to agree to: nothing of it is believed before. */
export function TakeIssuersDialog({ preview }: { readonly preview: IssuerListPreview }) {
  const open = useDialog((state) => state.open);
  const [isTaking, setTaking] = useState(false);
  const back = () => open({ kind: 'known-issuers' });
  const isNothing = preview.kind === 'issuers' && preview.count === 0;
  return (
    <Dialog title={issuerWords.takeTitle(preview)} width="wide" onClose={back}>
      <ul className={styles.sentences}>
        {previewSentences(preview).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {preview.anchor === null ? null : (
        <section className={box.box} aria-label={issuerWords.anchor}>
          <h3>{issuerWords.anchor}</h3>
          <Pinned id={preview.anchor.id} fingerprints={preview.anchor.fingerprints} />
          <p className={styles.muted}>{issuerWords.anchorAdvice}</p>
        </section>
      )}
      <p>{issuerWords.takeAdvice}</p>
      <DialogActions>
        <Button autoFocus onPress={back}>
          {uiWords.cancel}
        </Button>
        <Button
          kind="primary"
          isDisabled={isNothing || isTaking}
          onPress={async () => {
            setTaking(true);
            await takeIssuerList();
            back();
          }}
        >
          {issuerWords.takeAction(preview)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
