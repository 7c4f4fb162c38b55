import { limits } from '../../../shared/limits.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';

/** Documents that the desk was answered while it is open: in memory alone. */
export interface SessionDocuments {
  /** Answers from memory, as documents that were captured at their date. */
  readonly port: DocumentPort;
  /** Asks a network port, and remembers the proper documents that it brings. */
  remembering(online: DocumentPort): DocumentPort;
  clear(): void;
}

export function createSessionDocuments(): SessionDocuments {
  const known = new Map<string, Extract<DocumentAnswer, { kind: 'document' }>>();
  return {
    port: {
      mode: 'offline',
      get: async ({ url, maxBytes, earlierThan }) => {
        const found = known.get(url);
        const fits = found !== undefined && found.bytes.length <= maxBytes;
        const isWanted = fits && (earlierThan === undefined || found.fetchedAt < earlierThan);
        return isWanted
          ? { ...found, source: 'captured' }
          : { kind: 'unavailable', url, code: 'network/offline' };
      },
    },
    remembering: (online) => ({
      mode: online.mode,
      get: async (request) => {
        const answer = await online.get(request);
        if (answer.kind === 'document' && answer.status >= 200 && answer.status < 300) {
          known.delete(request.url);
          known.set(request.url, answer);
          if (known.size > limits.rememberedDocuments) known.delete(known.keys().next().value ?? '');
        }
        return answer;
      },
    }),
    clear: () => known.clear(),
  };
}
