import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { Identifier } from '../ui/identifier.tsx';
import styles from './issuers.module.css';

interface PinnedProps {
  /** null: only the keys. */
  readonly id: string | null;
  readonly fingerprints: readonly string[];
}

/** What an issuer is known by: the identifier, and the fingerprints of keys. */
export function Pinned({ id, fingerprints }: PinnedProps) {
  return (
    <dl className={styles.facts}>
      {id === null ? null : (
        <div className={styles.fact}>
          <dt>{issuerWords.identifier}</dt>
          <dd className={styles.code}>
            <Identifier id={id} />
          </dd>
        </div>
      )}
      {fingerprints.map((fingerprint) => (
        <div key={fingerprint} className={styles.fact}>
          <dt>{issuerWords.key}</dt>
          <dd className={styles.code}>{fingerprint}</dd>
        </div>
      ))}
    </dl>
  );
}
