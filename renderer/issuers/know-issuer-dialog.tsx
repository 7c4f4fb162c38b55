import { knowIssuer } from '../commands/issuer-commands.ts';
import { useDetails } from '../state/details-store.ts';
import { useDialog } from '../state/dialog-store.ts';
import { KnowIssuerForm } from './know-issuer-form.tsx';

/** Asks whether the person knows the issuer of the badge that is looked at. */
export function KnowIssuerDialog({ badgeId }: { readonly badgeId: string }) {
  const close = useDialog((state) => state.close);
  const shown = useDetails(({ details }) =>
    details.kind === 'ready' && details.id === badgeId ? details.details : null,
  );
  const seen = shown?.issuerSeen ?? null;
  if (shown === null || seen === null) return null;
  return (
    <KnowIssuerForm
      details={shown}
      seen={seen}
      onKnow={(name, note) => knowIssuer(badgeId, name, note)}
      onClose={close}
    />
  );
}
