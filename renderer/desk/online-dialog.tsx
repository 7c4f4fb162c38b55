import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { checkOnline } from './desk-commands.ts';
import { countBeyondHelp, leftToAsk } from './desk-rows.ts';
import { useDesk } from './desk-store.ts';
import styles from './online-dialog.module.css';

/** A long list is scrolled by keyboard too. */
const focusable = { tabIndex: 0 };

/** Names every site that would learn of the check, before it is asked. */
export function OnlineDialog() {
  const close = useDialog((state) => state.close);
  const rows = useDesk((state) => state.rows);
  const staysOffline = useSettings(({ settings }) => settings.stayOffline);
  const { ids, hosts } = leftToAsk(rows);
  const beyondHelp = countBeyondHelp(rows);
  return (
    <Dialog title={deskWords.onlineTitle} onClose={close}>
      <p>{staysOffline ? deskWords.staysOffline : deskWords.onlineText(ids.length)}</p>
      <section className={styles.hosts} aria-label={watchWords.hosts} {...focusable}>
        <ul>
          {hosts.map((host) => (
            <li key={host}>
              <bdi>{host}</bdi>
            </li>
          ))}
        </ul>
      </section>
      {beyondHelp === 0 ? null : <p className={styles.note}>{deskWords.alteredLeftOut(beyondHelp)}</p>}
      <DialogActions>
        <Button onPress={close}>{uiWords.cancel}</Button>
        <Button
          kind="primary"
          isDisabled={staysOffline || hosts.length === 0}
          onPress={() => {
            close();
            void checkOnline();
          }}
        >
          {deskWords.onlineAction(hosts.length)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
