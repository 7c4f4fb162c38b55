import type { ShareSubject, ShareView } from '../../shared/ipc/share-calls.ts';
import type { ShareSwitches } from '../../shared/social/share-switches.ts';
import { shareWords } from '../../shared/text/ui-share-words.ts';
import box from '../ui/box.module.css';
import styles from './share-dialog.module.css';

interface ShareSwitchListProps {
  readonly of: ShareSubject;
  readonly share: ShareView;
  readonly switches: ShareSwitches;
  readonly onChange: (switches: ShareSwitches) => void;
}

/** What always leaves, and a switch for everything else that could. */
export function ShareSwitchList({ of, share, switches, onChange }: ShareSwitchListProps) {
  const isOfBadge = of.kind === 'badge';
  const namesOwner = share.offers.some(({ kind }) => kind === 'name');
  return (
    <section className={box.box}>
      <h3>{shareWords.leaves}</h3>
      <p>{isOfBadge ? shareWords.leavesOfBadge : shareWords.leavesOfPortfolio}</p>
      <ul className={styles.switches}>
        {share.offers.map(({ kind, value }) => (
          <li key={kind}>
            <label>
              <input
                type="checkbox"
                checked={switches[kind]}
                onChange={({ target }) => onChange({ ...switches, [kind]: target.checked })}
              />
              <span className={styles.offer}>
                <strong>{shareWords.switches[kind]}:</strong> <bdi>{value}</bdi>
              </span>
            </label>
            <p className={styles.muted}>{shareWords.switchTexts[kind]}</p>
          </li>
        ))}
      </ul>
      {isOfBadge && !namesOwner ? <p className={styles.muted}>{shareWords.noName}</p> : null}
    </section>
  );
}
