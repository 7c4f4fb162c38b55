import { signingWords } from '../../shared/text/ui-signing-words.ts';
import styles from './export-dialog.module.css';
import type { Signing } from './signing.ts';
import { useSigning } from './signing-store.ts';

interface KeyDisclosureProps {
  readonly signing: Signing;
  readonly onChange: (signing: Signing) => void;
}

/** The name of the person's key among what leaves: its switch is whether they sign. */
export function KeyDisclosure({ signing, onChange }: KeyDisclosureProps) {
  const did = useSigning((state) => state.key?.did ?? null);
  const isOn = signing.shape !== 'plain';
  return (
    <ul className={styles.switches}>
      <li>
        <label>
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => onChange({ ...signing, shape: target.checked ? 'signed' : 'plain' })}
          />
          <strong>{signingWords.discloses}</strong>
        </label>
        <p>{signingWords.disclosesSentence}</p>
        {isOn && did !== null ? <p className={styles.did}>{did}</p> : null}
        {isOn ? null : <p className={styles.stays}>{signingWords.disclosesCost}</p>}
      </li>
    </ul>
  );
}
