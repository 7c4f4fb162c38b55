import type { VerdictIcon } from '../../shared/text/verdicts.ts';
import styles from './icon.module.css';
import { iconPaths } from './icon-paths.ts';

export type IconName = VerdictIcon | keyof typeof iconPaths;

interface IconProps {
  readonly name: IconName;
  readonly size?: 'small' | 'medium' | 'large';
}

/** One of our own line drawings on a 16 × 16 field; always beside a word or inside something that has a name. */
export function Icon({ name, size = 'medium' }: IconProps) {
  return (
    <svg
      className={`${styles.icon} ${styles[size]}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {iconPaths[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
