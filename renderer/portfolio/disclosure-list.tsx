import { useState } from 'react';
import type { Disclosure } from '../../shared/portfolio/disclosures.ts';
import type { DisclosureSwitches } from '../../shared/portfolio/switches.ts';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { Button } from '../ui/button.tsx';
import styles from './export-dialog.module.css';

interface DisclosureListProps {
  readonly disclosures: readonly Disclosure[];
  readonly switches: DisclosureSwitches;
  readonly onChange: (switches: DisclosureSwitches) => void;
}

/** Every kind of personal data that can leave, each with its switch and what leaving it out costs. */
export function DisclosureList({ disclosures, switches, onChange }: DisclosureListProps) {
  const [asked, setAsked] = useState<Disclosure['kind'] | null>(null);
  return (
    <ul className={styles.switches}>
      {disclosures
        .filter(({ count }) => count > 0)
        .map((disclosure) => {
          const { kind, title, sentence, cost, values, more, asksAgain } = disclosure;
          const isOn = switches[kind];
          return (
            <li key={kind}>
              <label>
                <input
                  type="checkbox"
                  checked={isOn || asked === kind}
                  onChange={({ target }) => {
                    if (target.checked && asksAgain) setAsked(kind);
                    else {
                      setAsked(null);
                      onChange({ ...switches, [kind]: target.checked });
                    }
                  }}
                />
                <strong>{title}</strong>
              </label>
              <p>{sentence}</p>
              {values.length > 0 && <p className={styles.stays}>{exportWords.thatIs(values, more)}</p>}
              {!isOn && <p className={styles.stays}>{cost}</p>}
              {asked === kind && (
                <div className={styles.again} role="alert">
                  <p>{exportWords.askAgain}</p>
                  <Button
                    onPress={() => {
                      setAsked(null);
                      onChange({ ...switches, [kind]: true });
                    }}
                  >
                    {exportWords.letLeave}
                  </Button>
                  <Button onPress={() => setAsked(null)}>{exportWords.keepHere}</Button>
                </div>
              )}
            </li>
          );
        })}
    </ul>
  );
}
