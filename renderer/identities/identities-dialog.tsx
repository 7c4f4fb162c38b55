import { identityWords } from '../../shared/text/ui-organise-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Identities } from './identities.tsx';

/** The addresses that badges were sent to, of every kind. */
export function IdentitiesDialog() {
  const close = useDialog((state) => state.close);
  return (
    <Dialog title={identityWords.title} width="wide" onClose={close}>
      <Identities takesFocus />
    </Dialog>
  );
}
