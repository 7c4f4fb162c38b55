import { KnowIssuerForm } from '../issuers/know-issuer-form.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { knowIssuerOfRow } from './desk-commands.ts';
import { useDesk } from './desk-store.ts';

/** Asks whether the person knows the issuer of the badge on the desk that is looked at. */
export function DeskKnowIssuerDialog({ rowId }: { readonly rowId: string }) {
  const close = useDialog((state) => state.close);
  const shown = useDesk(({ details }) =>
    details.kind === 'ready' && details.details.card.id === rowId ? details.details : null,
  );
  const seen = shown?.issuerSeen ?? null;
  if (shown === null || seen === null) return null;
  return (
    <KnowIssuerForm
      details={shown}
      seen={seen}
      onKnow={(name, note) => knowIssuerOfRow(rowId, name, note)}
      onClose={close}
    />
  );
}
