import { basename } from 'node:path';
import { limits } from '../../shared/limits.ts';
import { usageWords } from '../../shared/text/command-line.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import { offlineDocuments } from '../node/network/document-map.ts';
import { readDocumentMap } from '../node/network/read-document-map.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import { UsageError } from './command.ts';
import type { DocumentSources } from './document-sources.ts';
import type { CheckingOptions } from './schemas.ts';

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

/** The issuers of `--trust`, or the listings of a registry: naming its file is asking for it. */
export async function trustFor(options: CheckingOptions): Promise<TrustList | null> {
  const { trust: path, now: nowMs = Date.now() } = options;
  if (path === undefined) return null;
  return await asUsage('--trust', usageWords.badTrust, async () => {
    const { bytes } = await readRegularFile(path, limits.credentialBytes);
    const { trustListOf } = await import('../node/trust/trust-list-of.ts');
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
