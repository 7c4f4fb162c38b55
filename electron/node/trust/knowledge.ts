import type { Badge } from '../../../shared/badge/model.ts';
import type { IssuerSeenView } from '../../../shared/ipc/views.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import type { Report } from '../../../shared/verify/report.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { offlineDocuments } from '../network/document-map.ts';

/** What a backpack knows without a network, for badges that are not in it. */
export interface Knowledge {
  /** Its captured documents. */
  readonly captured: DocumentPort;
  /** Whom its owner knows, of those that the badge names. */
  readonly trustFor: (badge: Badge) => Promise<TrustList | null>;
  /** No clock that is right is before this, in milliseconds since 1970. */
  readonly notBeforeMs: number;
  /** The badge's issuer as a check saw them, and whether the owner knows them; null: nothing to know them by. */
  readonly issuerSeen: (report: Report, badge: Badge) => IssuerSeenView | null;
}

/** For a place where no backpack could be opened. */
export const knowsNothing: Knowledge = {
  captured: offlineDocuments,
  trustFor: async () => null,
  notBeforeMs: 0,
  issuerSeen: () => null,
};
