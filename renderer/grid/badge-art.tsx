import { useState } from 'react';
import { displayName } from '../../shared/text/display-text.ts';
import styles from './badge-art.module.css';
import { PlaceholderArt } from './placeholder-art.tsx';
import { SmallPicture } from './small-picture.tsx';

interface BadgeArtProps {
  readonly name: string;
  readonly imageUrl: string | null;
  /** A small one beside the badge's own name, where it says nothing new (WCAG 1.1.1). */
  readonly isDecorative?: boolean;
  /** In a list that is drawn whole, however long it is. */
  readonly isOneOfMany?: boolean;
}

/** The picture of a badge, or a drawing from its name where there is none or it cannot be shown. */
export function BadgeArt({ name, imageUrl, isDecorative = false, isOneOfMany = false }: BadgeArtProps) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const isShown = imageUrl !== null && imageUrl !== brokenUrl;
  return (
    <span className={styles.box}>
      {isShown && isDecorative ? (
        <SmallPicture url={imageUrl} isOneOfMany={isOneOfMany} onError={() => setBrokenUrl(imageUrl)} />
      ) : isShown ? (
        <img
          className={styles.picture}
          src={imageUrl}
          alt={displayName(name)}
          decoding="async"
          draggable={false}
          onError={() => setBrokenUrl(imageUrl)}
        />
      ) : (
        <PlaceholderArt name={name} />
      )}
    </span>
  );
}
