import { displayName } from '../../shared/text/display-text.ts';
import { binWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { purge } from '../commands/bin-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';

const named = 5;

/** Asks before badges are deleted for good, since no undo brings them back. */
export function PurgeDialog({ badgeIds }: { readonly badgeIds: readonly string[] }) {
  const close = useDialog((state) => state.close);
  const bin = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.bin : null)) ?? [];
  const names = bin.filter(({ id }) => badgeIds.includes(id)).map(({ name }) => displayName(name));
  return (
    <Dialog title={binWords.purgeTitle(badgeIds.length)} onClose={close}>
      <ul>
        {names.slice(0, named).map((name, index) => (
          // Two badges may have one name.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown.
          <li key={index}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {names.length > named ? <li>{uiWords.andMore(names.length - named)}</li> : null}
      </ul>
      <p>{binWords.purgeText(badgeIds.length)}</p>
      <DialogActions>
        <Button autoFocus onPress={close}>
          {uiWords.cancel}
        </Button>
        <Button
          kind="danger"
          icon="trash"
          onPress={() => {
            close();
            void purge(badgeIds);
          }}
        >
          {binWords.purgeAction}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
