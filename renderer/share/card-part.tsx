import type { ShareSubject, ShareView } from '../../shared/ipc/share-calls.ts';
import type { ShareSwitches } from '../../shared/social/share-switches.ts';
import { shareWords } from '../../shared/text/ui-share-words.ts';
import { Button } from '../ui/button.tsx';
import { copyCard, saveCard } from './share-commands.ts';
import styles from './share-dialog.module.css';
import { useOneAtATime } from './use-one-at-a-time.ts';

export interface SharePartProps {
  readonly of: ShareSubject;
  readonly share: ShareView;
  readonly switches: ShareSwitches;
  /** What is shown is not yet what would leave. */
  readonly isBusy: boolean;
}

/** The card as it would be saved, pixel for pixel. */
export function CardPart({ of, share: { card }, switches, isBusy }: SharePartProps) {
  const saving = useOneAtATime(() => saveCard(of, switches));
  const copying = useOneAtATime(() => copyCard(of, switches));
  if (card === null) return <p>{shareWords.cardMissing}</p>;
  return (
    <>
      <img className={styles.card} src={card.url} alt={card.words} aria-busy={isBusy} />
      <p className={styles.muted}>{shareWords.cardText}</p>
      <div className={styles.actions}>
        <Button icon="copy" isDisabled={isBusy} isPending={copying.isRunning} onPress={copying.run}>
          {shareWords.copyCard}
        </Button>
        <Button
          kind="primary"
          icon="save"
          isDisabled={isBusy}
          isPending={saving.isRunning}
          onPress={saving.run}
        >
          {shareWords.saveCard}
        </Button>
      </div>
    </>
  );
}
