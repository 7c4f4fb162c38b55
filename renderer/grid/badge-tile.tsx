import { thumbnailUrl } from '../../shared/ipc/badge-image-url.ts';
import type { BadgeCard } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import { NameText } from '../ui/name-text.tsx';
import { BadgeArt } from './badge-art.tsx';
import styles from './badge-tile.module.css';

/** A badge on the timeline: its picture and its name; for those who listen its verdict too. */
export function BadgeTile({ card }: { readonly card: BadgeCard }) {
  return (
    <span className={styles.tile}>
      <span className={styles.art}>
        <BadgeArt name={card.name} imageUrl={thumbnailUrl(card.imageUrl)} isDecorative />
      </span>
      <span className={styles.name} dir="auto">
        <NameText name={displayName(card.name)} />
      </span>
      {card.verdict === null ? null : (
        <span className={styles.hidden}> {verdictWords[card.verdict].word}</span>
      )}
    </span>
  );
}
