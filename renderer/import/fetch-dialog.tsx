import { Form } from 'react-aria-components';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { importAddress } from '../commands/import-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import styles from './fetch-dialog.module.css';

interface FetchDialogProps {
  readonly url: string;
  readonly host: string;
  readonly isPicture: boolean;
}

/** Asks before an address is looked up: it names the host that will learn of it. */
export function FetchDialog({ url, host, isPicture }: FetchDialogProps) {
  const close = useDialog((state) => state.close);
  return (
    <Dialog title={importWords.fetchTitle(host)} onClose={close}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void importAddress(url, [host]);
        }}
      >
        {isPicture ? <p>{importWords.fetchPicture}</p> : null}
        <p>
          <BadgeText text={importWords.fetchLearns(host)} />
        </p>
        <p className={styles.address}>
          <BadgeText text={url} />
        </p>
        <DialogActions>
          <Button onPress={close}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" autoFocus>
            {importWords.fetch}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
