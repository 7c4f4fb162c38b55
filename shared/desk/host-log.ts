import type { DocumentPort } from '../verify/ports.ts';
import { checkUrl } from '../verify/url-policy.ts';

/** A port that notes which hosts a check would have liked to ask. */
export interface HostLog extends DocumentPort {
  /** The hosts whose documents were missing or only captured earlier, each once, in alphabetical order. */
  hosts(): readonly string[];
}

/**
 * Notes what one badge's check asks for. A document that came from the network just now leaves nothing to ask; one of an
 * earlier date may be asked for again. What is no web address of a host is passed over: the network door refuses it.
 */
export function hostLog(port: DocumentPort): HostLog {
  const hosts = new Set<string>();
  return {
    mode: port.mode,
    get: async (request) => {
      const answer = await port.get(request);
      const isFresh = answer.kind === 'document' && answer.source === 'live';
      const host =
        answer.kind === 'unavailable' && answer.host !== undefined ? answer.host : hostOf(request.url);
      if (!isFresh && host !== null && request.earlierThan === undefined && mayHelp(answer)) hosts.add(host);
      return answer;
    },
    hosts: () => [...hosts].sort(),
  };
}

/** A site that was asked just now and gave no answer is not asked again at once. */
function mayHelp(answer: Awaited<ReturnType<DocumentPort['get']>>): boolean {
  return (
    answer.kind === 'document' || answer.code === 'network/offline' || answer.code === 'network/not-agreed'
  );
}

/** null: nobody is ever asked there, such as at an address inside a private network. */
function hostOf(url: string): string | null {
  const decision = checkUrl(url.replace(/^http:/i, 'https:'));
  return decision.ok ? decision.url.host : null;
}
