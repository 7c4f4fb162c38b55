import type { BadgeCard as Card } from '../../shared/ipc/views.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import { BadgeArt } from './badge-art.tsx';
import styles from './badge-card.module.css';
import { issuerLabel } from './issuer-label.ts';

/** A badge as a card: picture, name, issuer, verdict. */
export function BadgeCard({ card }: { readonly card: Card }) {
  return (
    <span className={styles.card}>
      <BadgeArt name={card.name} imageUrl={card.imageUrl} isDecorative />
      <span className={styles.words}>
        <span className={styles.name}>
          <BadgeText text={card.name} />
        </span>{' '}
        <span className={styles.issuer}>
          <bdi>{issuerLabel(card)}</bdi>
        </span>{' '}
        <VerdictLabel verdict={card.verdict} />
      </span>
    </span>
  );
}
