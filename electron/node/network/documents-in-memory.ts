import { hash } from 'node:crypto';
import type { DocumentPort } from '../../../shared/verify/ports.ts';

/** Answers from memory, as from captures of one day (ISO 8601); what is not there is `network/offline`. */
export function documentsInMemory(
  documents: ReadonlyMap<string, Uint8Array>,
  fetchedAt: string,
): DocumentPort {
  const hashes = new Map<string, string>();
  return {
    mode: 'offline',
    get: async ({ url, earlierThan }) => {
      const bytes = documents.get(url);
      const isLater = earlierThan !== undefined && fetchedAt >= earlierThan;
      if (bytes === undefined || isLater) return { kind: 'unavailable', url, code: 'network/offline' };
      const sha256 = hashes.get(url) ?? hash('sha256', bytes);
      hashes.set(url, sha256);
      return {
        kind: 'document',
        url,
        finalUrl: url,
        status: 200,
        contentType: 'application/json',
        bytes,
        sha256,
        fetchedAt,
        source: 'captured',
      };
    },
  };
}
