import { thumbnailUrl } from '../../shared/ipc/badge-image-url.ts';
import type { BadgeCard as Card } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { NameText } from '../ui/name-text.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import { BadgeArt } from './badge-art.tsx';
import styles from './badge-card.module.css';
import { issuerLabel } from './issuer-label.ts';

/** A badge as a card: picture, name, issuer, verdict. */
export function BadgeCard({ card }: { readonly card: Card }) {
  return (
    <span className={styles.card}>
      <BadgeArt name={card.name} imageUrl={thumbnailUrl(card.imageUrl)} isDecorative />
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          <NameText name={displayName(card.name)} />
        </span>{' '}
        <span className={styles.issuer} dir="auto">
          <NameText name={issuerLabel(card)} />
        </span>{' '}
        <VerdictLabel verdict={card.verdict} />
      </span>
    </span>
  );
}
