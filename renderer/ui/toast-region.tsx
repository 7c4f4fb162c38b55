import { uiWords } from '../../shared/text/ui-words.ts';
import { revealExport } from '../commands/export-commands.ts';
import { runCommand } from '../commands/run-command.ts';
import { type Toast, useToast } from '../state/toast-store.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import styles from './toast-region.module.css';

/** One short message at the bottom, above dialogs too, read out politely, with what can be done about it. */
export function ToastRegion() {
  const toast = useToast((state) => state.toast);
  return (
    <div className={styles.region} role="status" data-react-aria-top-layer="true">
      {toast === null ? null : <ToastView key={toast.id} toast={toast} />}
    </div>
  );
}

function ToastView({ toast }: { readonly toast: Toast }) {
  const dismiss = () => useToast.getState().dismiss(toast.id);
  const { action } = toast;
  return (
    <div className={classNames(styles.toast, toast.tone === 'bad' && styles.bad)}>
      <p>
        <bdi>{toast.text}</bdi>
      </p>
      {action === null ? null : (
        <Button
          kind="quiet"
          className={styles.action}
          onPress={() => {
            dismiss();
            if (action.run === 'export.reveal') void revealExport();
            else runCommand(action.run);
          }}
        >
          {action.title}
        </Button>
      )}
      <IconButton icon="cross" label={uiWords.dismiss} onPress={dismiss} />
    </div>
  );
}
