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

/** The documents that were named, and no others. */
export function namedPort(named: NamedDocuments | null): DocumentPort {
  return named === null ? offlineDocuments : documentMapPort(named);
}

/** Those that were named come before the network. */
export function portOf({ named, network }: DocumentSources): DocumentPort {
  return firstOf(namedPort(named), network);
}
