import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useDrag } from '../state/drag-store.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './drop-overlay.module.css';
import { dropRemark, dropTitle, isHopelessDrag } from './drop-title.ts';

/** Says what a drop would do, while files hang over the window. */
export function DropOverlay() {
  const dragged = useDrag((state) => state.dragged);
  const isDesk = useDesk((state) => state.isOpen);
  if (dragged === null) return null;
  const isHopeless = isHopelessDrag(dragged);
  return (
    <div className={classNames(styles.overlay, isHopeless && styles.hopeless)} data-drop-overlay>
      <div className={styles.card}>
        <span className={styles.icon}>
          <Icon name={isHopeless ? 'slashed-circle' : 'badge'} size="large" />
        </span>
        <p className={styles.title}>{isDesk ? deskWords.dropTitle : dropTitle(dragged)}</p>
        <p className={styles.others}>{dropRemark(dragged)}</p>
        <p className={styles.accepted}>{isDesk ? deskWords.dropText : importWords.acceptedOrDesk}</p>
      </div>
    </div>
  );
}
