import { limits } from '../../../shared/limits.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';

/** Documents that the desk was answered while it is open: in memory alone. */
export interface SessionDocuments {
  /** Answers from memory, as documents that were captured at their date. */
  readonly port: DocumentPort;
  /** Asks a network port, and remembers the proper documents that it brings. */
  remembering(online: DocumentPort): DocumentPort;
}

type Document = Extract<DocumentAnswer, { kind: 'document' }>;

export function createSessionDocuments(): SessionDocuments {
  const known = new Map<string, Document>();
  let bytes = 0;

  function remember(asked: string, document: Document): void {
    forget(asked);
    known.set(asked, document);
    bytes += document.bytes.length;
    for (const url of known.keys()) {
      const isOver = known.size > limits.rememberedDocuments || bytes > limits.rememberedBytes;
      if (!isOver || known.size === 1) return;
      forget(url);
    }
  }

  function forget(url: string): void {
    bytes -= known.get(url)?.bytes.length ?? 0;
    known.delete(url);
  }

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
        if (answer.kind === 'document' && answer.status >= 200 && answer.status < 300)
          remember(request.url, answer);
        return answer;
      },
    }),
  };
}
