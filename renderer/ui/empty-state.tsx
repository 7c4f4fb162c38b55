import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly picture?: ReactNode;
  readonly title: string;
  readonly text: string;
  /** The one way on. */
  readonly children?: ReactNode;
}

/** Says why nothing is here, and what can be done. */
export function EmptyState({ picture, title, text, children }: EmptyStateProps) {
  return (
    <div className={styles.empty} data-empty-state tabIndex={-1}>
      {picture}
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}
