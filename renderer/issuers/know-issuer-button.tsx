import { useLayoutEffect, useRef } from 'react';
import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { focusDetails } from '../ui/focus.ts';
import styles from './issuers.module.css';

/** The way out of “Signer not confirmed”: the person may know the signer, or has to look at a key that changed. */
export function KnowIssuerButton({ details }: { readonly details: BadgeDetails }) {
  const isReadOnly = useLibrary(({ library }) => library.kind !== 'ready' || library.view.readOnly);
  const { headline, issuerSeen } = details;
  if (headline?.verdict !== 'unconfirmed' || issuerSeen === null || issuerSeen.standing === 'known')
    return null;
  return (
    <AskButton
      isReadOnly={isReadOnly}
      words={issuerSeen.standing === 'unknown' ? issuerWords.know : issuerWords.lookAtKey}
    />
  );
}

/** When it goes, since the issuer is known now, the focus that it had stays in the details. */
function AskButton({ isReadOnly, words }: { readonly isReadOnly: boolean; readonly words: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = place.current;
    return () => {
      if (box?.contains(document.activeElement) === true) requestAnimationFrame(focusDetails);
    };
  }, []);
  return (
    <div className={styles.know} ref={place}>
      <Button icon="person" isDisabled={isReadOnly} onPress={() => runCommand('issuers.know')}>
        {words}
      </Button>
    </div>
  );
}
