import type { ReactNode } from 'react';
import { thumbnailUrl } from '../../shared/ipc/badge-image-url.ts';
import type { BadgeCard } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { BadgeArt } from '../grid/badge-art.tsx';
import { issuerLabel } from '../grid/issuer-label.ts';
import styles from './badge-line.module.css';
import { NameText } from './name-text.tsx';

/** A badge on one line, small, with what its list says of it at the end. The list's own rows carry `badgeLine.row`. */
export function BadgeLine({ card, children }: { readonly card: BadgeCard; readonly children: ReactNode }) {
  return (
    <>
      <span className={styles.art}>
        <BadgeArt name={card.name} imageUrl={thumbnailUrl(card.imageUrl)} isDecorative isOneOfMany />
      </span>
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          <NameText name={displayName(card.name)} />
        </span>{' '}
        <span className={styles.issuer} dir="auto">
          <NameText name={issuerLabel(card)} />
        </span>
      </span>{' '}
      {children}
    </>
  );
}
