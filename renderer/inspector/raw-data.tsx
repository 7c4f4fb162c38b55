import { displayText } from '../../shared/text/display-text.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { copy } from '../commands/copy.ts';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import { prettyRaw, shownRawCharacters } from './pretty-raw.ts';
import styles from './raw-data.module.css';

/** The credential's own text, indented where it is JSON; the copy is exact. */
export function RawData({ text }: { readonly text: string }) {
  return (
    <Fold title={detailsWords.raw}>
      <div className={styles.raw}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre className={styles.text} tabIndex={0}>
          {displayText(prettyRaw(text), shownRawCharacters)}
        </pre>
        {text.length > shownRawCharacters ? (
          <p className={styles.cut}>{detailsWords.rawCut(shownRawCharacters, text.length)}</p>
        ) : null}
        <div>
          <Button icon="copy" onPress={() => copy(text)}>
            {detailsWords.copyRaw}
          </Button>
        </div>
      </div>
    </Fold>
  );
}
