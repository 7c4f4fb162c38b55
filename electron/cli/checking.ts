import { basename } from 'node:path';
import { limits } from '../../shared/limits.ts';
import { usageWords } from '../../shared/text/command-line.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import {
  documentMapPort,
  firstOf,
  type NamedDocuments,
  offlineDocuments,
  readDocumentMap,
} from '../node/network/document-map.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import { trustListOf } from '../node/trust/trust-list-of.ts';
import { UsageError } from './command.ts';
import type { CheckingOptions } from './schemas.ts';

/** Where documents come from. */
export interface DocumentSources {
  /** What `--documents` names. */
  readonly named: NamedDocuments | null;
  /** With `--offline` nothing that could open a socket is even loaded. */
  readonly network: DocumentPort;
}

/** The documents that the options allow; `signal` ends what is being fetched. */
export async function documentSourcesFor(
  options: CheckingOptions,
  signal: AbortSignal,
): Promise<DocumentSources> {
  const path = options.documents;
  const named =
    path === undefined
      ? null
      : await asUsage('--documents', usageWords.badMap, () =>
          readDocumentMap(path, options['captured-at'] ?? null),
        );
  return { named, network: options.offline ? offlineDocuments : await networkDocuments(signal) };
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

/** The issuers of `--trust`, or the listings of a registry: naming its file is asking for it. */
export async function trustFor(options: CheckingOptions): Promise<TrustList | null> {
  const { trust: path, now: nowMs = Date.now() } = options;
  if (path === undefined) return null;
  return await asUsage('--trust', usageWords.badTrust, async () => {
    const { bytes } = await readRegularFile(path, limits.credentialBytes);
    return await trustListOf(bytes, basename(path), nowMs);
  });
}

async function networkDocuments(signal: AbortSignal): Promise<DocumentPort> {
  const { fetcherDocuments } = await import('../node/network/fetcher.ts');
  return fetcherDocuments({ signal });
}

/** A list that the person named and that cannot be used is wrong usage: nothing was checked with half of the facts. */
async function asUsage<Value>(
  option: string,
  badContent: string,
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const unreadable = code.startsWith('input/') || code.startsWith('store/');
    throw new UsageError(unreadable ? usageWords.noSuchFile(option) : badContent);
  }
}
