import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { FirstUsePicture } from '../grid/first-use-picture.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { chooseForDesk } from './desk-commands.ts';
import { DeskInspector } from './desk-inspector.tsx';
import { DeskProgress } from './desk-progress.tsx';
import { useDesk } from './desk-store.ts';
import { DeskTable } from './desk-table.tsx';
import { DeskToolbar } from './desk-toolbar.tsx';
import styles from './desk-view.module.css';

/** The check desk: files that are not one's own, what can be said about each, and nothing kept. */
export function DeskView() {
  const isEmpty = useDesk(({ rows, progress }) => rows.length === 0 && progress === null);
  const current = useDesk((state) => state.current);
  return (
    <main className={styles.desk} data-details={current !== null}>
      <DeskToolbar />
      <DeskProgress />
      {isEmpty ? (
        <EmptyState picture={<FirstUsePicture />} title={deskWords.emptyTitle} text={deskWords.emptyText}>
          <Button kind="primary" icon="file" onPress={() => void chooseForDesk('files')}>
            {deskWords.addFiles}
          </Button>
          <Button kind="link" onPress={() => void chooseForDesk('folder')}>
            {deskWords.addFolder}
          </Button>
        </EmptyState>
      ) : (
        <div className={styles.content}>
          <DeskTable />
          <DeskInspector />
        </div>
      )}
    </main>
  );
}
