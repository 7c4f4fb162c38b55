import type { BadgeDetails, IssuerSeenView } from '../../shared/ipc/views.ts';
import { useDetails } from '../state/details-store.ts';

/** The issuer of the badge in the details, where they, or their key, are not known yet. */
export function issuerToKnow(): { readonly details: BadgeDetails; readonly seen: IssuerSeenView } | null {
  const { details } = useDetails.getState();
  if (details.kind !== 'ready') return null;
  const seen = details.details.issuerSeen;
  return seen === null || seen.standing === 'known' ? null : { details: details.details, seen };
}
