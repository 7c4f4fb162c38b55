import { shareWords } from '../../shared/text/ui-share-words.ts';
import { copy } from '../commands/copy.ts';
import { Button } from '../ui/button.tsx';
import type { SharePartProps } from './card-part.tsx';
import { scrollable } from './linkedin-part.tsx';
import styles from './share-dialog.module.css';
import { shownSnippet } from './shown-snippet.ts';

/** The snippet as text, and what it does not prove. */
export function EmbedPart({ share: { embed }, isBusy }: Pick<SharePartProps, 'share' | 'isBusy'>) {
  if (embed === null) return <p>{shareWords.cardMissing}</p>;
  return (
    <>
      <p>{shareWords.embedText}</p>
      <p>{shareWords.embedLimit}</p>
      <section className={styles.text} aria-label={shareWords.snippet} {...scrollable}>
        {shownSnippet(embed)}
      </section>
      <p className={styles.muted}>{shareWords.snippetCut}</p>
      <div className={styles.actions}>
        <span className={styles.muted}>{shareWords.size(embed.length)}</span>
        <Button kind="primary" icon="copy" isDisabled={isBusy} onPress={() => void copy(embed)}>
          {shareWords.copySnippet}
        </Button>
      </div>
    </>
  );
}
