import type { ReceiptView } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { signingWords } from '../../shared/text/ui-signing-words.ts';
import { editLibrary } from '../commands/edit-library.ts';
import { BadgeDate } from '../ui/badge-date.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './portfolio-list.module.css';
import common from './portfolio-place.module.css';

/** What was exported, when and for whom. */
export function ReceiptList({ receipts }: { readonly receipts: readonly ReceiptView[] }) {
  return (
    <section className={styles.receipts} aria-labelledby="receipts">
      <h2 id="receipts">{portfolioWords.receipts}</h2>
      <p className={common.muted}>
        {receipts.length === 0 ? portfolioWords.receiptsNone : portfolioWords.receiptsText}
      </p>
      <ul className={styles.lines}>
        {receipts.map(({ id, at, title, fileName, badgeCount, originals, forWhom, signedAs }) => (
          <li key={id} className={styles.line}>
            <span className={styles.when}>
              <BadgeDate value={at} />
            </span>
            <span className={styles.what}>
              <bdi>
                {portfolioWords.receiptLine(displayName(fileName), portfolioWords.countOf(badgeCount))}
              </bdi>
              {forWhom === '' ? null : (
                <>
                  {' '}
                  <bdi>{portfolioWords.receiptFor(displayName(forWhom))}</bdi>
                </>
              )}
              <span className={common.muted}>
                {' '}
                {originals ? portfolioWords.receiptOriginals : portfolioWords.receiptWithout}
                {signedAs === undefined ? '' : `, ${signingWords.receipts[signedAs]}`}
              </span>
            </span>
            <IconButton
              icon="cross"
              label={portfolioWords.receiptRemove(displayName(title))}
              onPress={() => void editLibrary({ kind: 'receipt.remove', id }, null)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
