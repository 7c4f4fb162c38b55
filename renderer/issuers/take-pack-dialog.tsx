import { useState } from 'react';
import type { TrustPackPreview } from '../../shared/ipc/trust-views.ts';
import { packSentences, packWords } from '../../shared/text/trust-pack.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { takeTrustPack } from '../commands/pack-commands.ts';
import { type PackOrigin, useDialog } from '../state/dialog-store.ts';
import box from '../ui/box.module.css';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import styles from './issuers.module.css';
import { Pinned } from './pinned.tsx';

interface TakePackDialogProps {
  readonly preview: TrustPackPreview;
  readonly from: PackOrigin;
}

/** Who made a pack and what it holds, for the person to agree to: nothing of it is believed before. */
export function TakePackDialog({ preview, from }: TakePackDialogProps) {
  const { open, close } = useDialog();
  const [isTaking, setTaking] = useState(false);
  const back = () => (from === 'desk' ? close() : open({ kind: 'known-issuers' }));
  return (
    <Dialog title={packWords.takeTitle(preview.name)} width="wide" onClose={back}>
      <ul className={styles.sentences}>
        {packSentences(preview, Date.now()).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <section className={box.box} aria-label={packWords.maker}>
        <h3>{packWords.maker}</h3>
        <Pinned id={null} fingerprints={[preview.fingerprint]} />
        <p className={styles.muted}>{packWords.makerAdvice}</p>
      </section>
      <p>{packWords.advice}</p>
      <DialogActions>
        <Button autoFocus onPress={back}>
          {uiWords.cancel}
        </Button>
        <Button
          kind="primary"
          isDisabled={isTaking}
          onPress={async () => {
            setTaking(true);
            await takeTrustPack();
            back();
          }}
        >
          {preview.maker === 'renews' ? packWords.renewAction : packWords.action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
