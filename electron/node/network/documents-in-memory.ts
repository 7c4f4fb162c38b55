import { createHash } from 'node:crypto';
import type { DocumentPort } from '../../../shared/verify/ports.ts';

/** Answers from memory, as from captures of one day (ISO 8601); what is not there is `network/offline`. */
export function documentsInMemory(
  documents: ReadonlyMap<string, Uint8Array>,
  fetchedAt: string,
): DocumentPort {
  return {
    mode: 'offline',
    get: async ({ url, earlierThan }) => {
      const bytes = documents.get(url);
      const isLater = earlierThan !== undefined && fetchedAt >= earlierThan;
      if (bytes === undefined || isLater) return { kind: 'unavailable', url, code: 'network/offline' };
      return {
        kind: 'document',
        url,
        finalUrl: url,
        status: 200,
        contentType: 'application/json',
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        fetchedAt,
        source: 'captured',
      };
    },
  };
}
