import { thumbnailUrl } from '../../shared/ipc/badge-image-url.ts';
import type { BadgeCard } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { BadgeDate } from '../ui/badge-date.tsx';
import { NameText } from '../ui/name-text.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import { BadgeArt } from './badge-art.tsx';
import styles from './badge-row.module.css';
import { issuerLabel } from './issuer-label.ts';

/** A badge as a row: the same facts as its card, and the date of issue. */
export function BadgeRow({ card }: { readonly card: BadgeCard }) {
  return (
    <span className={styles.row}>
      <span className={styles.art}>
        <BadgeArt name={card.name} imageUrl={thumbnailUrl(card.imageUrl)} isDecorative />
      </span>
      <span className={styles.name} dir="auto">
        <NameText name={displayName(card.name)} />
      </span>{' '}
      <span className={styles.issuer} dir="auto">
        <NameText name={issuerLabel(card)} />
      </span>{' '}
      <span className={styles.date}>
        <BadgeDate value={card.issuedOn} />
      </span>{' '}
      <span className={styles.verdict}>
        <VerdictLabel verdict={card.verdict} />
      </span>
    </span>
  );
}
