import type { DocumentAnswer, DocumentPort, DocumentRequest } from './ports.ts';

/**
 * The documents of one badge, endorsements and all: each is asked for once, in the form that was wanted first, and so
 * many different ones at most, however many addresses the badge names and however its documents lead to each other. The
 * rest is `network/too-many-documents`. Earlier captures of a document count as that document. Threat I20.
 */
export function limitedDocuments(documents: DocumentPort, most: number): DocumentPort {
  const known = new Map<string, Promise<DocumentAnswer>>();
  const urls = new Set<string>();
  return {
    mode: documents.mode,
    get: async (request) => {
      const { url, earlierThan = '' } = request;
      const name = `${url}\n${earlierThan}`;
      const asked = known.get(name);
      if (asked !== undefined) return await asked;
      if (!urls.has(url) && urls.size >= most)
        return { kind: 'unavailable', url, code: 'network/too-many-documents' };
      urls.add(url);
      const answer = documents.get(request).then((one) => (isTooLate(one, request) ? missing(url) : one));
      known.set(name, answer);
      return await answer;
    },
  };
}

/** True where a port answers with what it has, though something earlier was wanted. */
function isTooLate(answer: DocumentAnswer, { earlierThan }: DocumentRequest): boolean {
  return earlierThan !== undefined && answer.kind === 'document' && answer.fetchedAt >= earlierThan;
}

function missing(url: string): DocumentAnswer {
  return { kind: 'unavailable', url, code: 'network/offline' };
}
