import type { DocumentPort } from '../../shared/verify/ports.ts';
import {
  documentMapPort,
  firstOf,
  type NamedDocuments,
  offlineDocuments,
} from '../node/network/document-map.ts';

/** Where documents come from. */
export interface DocumentSources {
  /** What `--documents` names. */
  readonly named: NamedDocuments | null;
  /** With `--offline` nothing that could open a socket is even loaded. */
  readonly network: DocumentPort;
}

/** The documents that were named come before the network; `captured`: those alone. */
export function portsOf({ named, network }: DocumentSources): {
  readonly documents: DocumentPort;
  readonly captured: DocumentPort;
} {
  if (named === null) return { documents: network, captured: offlineDocuments };
  const captured = documentMapPort(named);
  return { documents: firstOf(captured, network), captured };
}
