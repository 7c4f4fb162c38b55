import { artSeed } from './art-seed.ts';
import styles from './placeholder-art.module.css';

/** A quiet drawing for a badge that brought no picture, made from its name. */
export function PlaceholderArt({ name }: { readonly name: string }) {
  const { letters, tone, points } = artSeed(name);
  return (
    <svg
      className={`${styles.art} ${styles[`tone${tone}`]}`}
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.star} d={starPath(points)} />
      <circle className={styles.face} cx="50" cy="50" r="31" />
      <circle className={styles.ring} cx="50" cy="50" r="27" />
      <text className={styles.letters} x="50" y="51" dominantBaseline="central" textAnchor="middle">
        {letters}
      </text>
    </svg>
  );
}

function starPath(points: number): string {
  const corners = Array.from({ length: points * 2 }, (_, index) => {
    const radius = index % 2 === 0 ? 44 : 38;
    const angle = (Math.PI * index) / points;
    return `${(50 + radius * Math.sin(angle)).toFixed(2)},${(50 - radius * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
}
