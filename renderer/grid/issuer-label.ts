import type { BadgeCard } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { shortIdentifier } from '../../shared/text/short-identifier.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { shownHost } from '../inspector/shown-host.ts';

/** Who issued a badge, as far as it says: the name, else the host or DID. */
export function issuerLabel(card: Pick<BadgeCard, 'issuerName' | 'issuerId'>): string {
  return (
    displayName(card.issuerName) ||
    displayName(shortIdentifier(shownHost(card.issuerId))) ||
    detailsWords.unnamedIssuer
  );
}
