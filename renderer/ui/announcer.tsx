import { useAnnouncer } from '../state/announcer-store.ts';
import styles from './announcer.module.css';

/** Says to those who listen what others see happening; a dialog does not silence it. */
export function Announcer() {
  const text = useAnnouncer((state) => state.text);
  return (
    <p className={styles.announcer} role="status" data-live-announcer="true">
      {text}
    </p>
  );
}
