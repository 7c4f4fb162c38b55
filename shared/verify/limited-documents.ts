import type { DocumentAnswer, DocumentPort } from './ports.ts';

/**
 * The documents of one badge, endorsements and all: each is asked for once, and so many different ones at most, however
 * many addresses the badge names and however its documents lead to each other. The rest is `network/too-many-documents`.
 * Threat I20.
 */
export function limitedDocuments(documents: DocumentPort, most: number): DocumentPort {
  const known = new Map<string, Promise<DocumentAnswer>>();
  return {
    mode: documents.mode,
    get: async (request) => {
      const name = `${request.accept}\n${request.url}\n${request.earlierThan ?? ''}`;
      const earlier = known.get(name);
      if (earlier !== undefined) return await earlier;
      if (known.size >= most)
        return { kind: 'unavailable', url: request.url, code: 'network/too-many-documents' };
      const answer = documents.get(request);
      known.set(name, answer);
      return await answer;
    },
  };
}
