import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';

/** A port that answers again, from memory alone, what it brought. */
export interface RememberingPort extends DocumentPort {
  readonly remembered: DocumentPort;
}

/** Asks a port and remembers the documents that it brings. */
export function rememberingDocuments(port: DocumentPort): RememberingPort {
  const known = new Map<string, DocumentAnswer>();
  return {
    mode: port.mode,
    get: async (request) => {
      const answer = await port.get(request);
      if (answer.kind === 'document') known.set(request.url, answer);
      return answer;
    },
    remembered: {
      mode: 'offline',
      get: async ({ url }) => known.get(url) ?? { kind: 'unavailable', url, code: 'network/offline' },
    },
  };
}
