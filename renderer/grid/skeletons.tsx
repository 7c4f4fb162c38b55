import type { Settings } from '../../shared/ipc/views.ts';
import styles from './skeletons.module.css';

const places = Array.from({ length: 12 }, (_, index) => `place-${index}`);

/** Holds the layout while the library is being opened. */
export function Skeletons({ view }: { readonly view: Settings['view'] }) {
  return (
    <div className={view === 'grid' ? styles.grid : styles.list} aria-busy="true">
      {places.map((place) => (
        <div key={place} className={styles.place} />
      ))}
    </div>
  );
}
