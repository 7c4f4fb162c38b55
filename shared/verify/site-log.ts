import type { DocumentAnswer, DocumentPort, SiteTrouble } from './ports.ts';

/** How the sites that one badge's check asked answered, where they had answered before. */
export interface SiteFacts {
  readonly trouble: SiteTrouble;
  /** When the document that stands in for the site's own answer was captured: RFC 3339, UTC; null: none does. */
  readonly since: string | null;
}

/** A port that notes how sites answered for themselves. */
export interface SiteLog extends DocumentPort {
  /** The worst that was met, a site that is gone before one that is silent; null: every site asked answered. */
  trouble(): SiteFacts | null;
}

export function siteLog(port: DocumentPort): SiteLog {
  let worst: SiteFacts | null = null;
  return {
    mode: port.mode,
    get: async (request) => {
      const answer = await port.get(request);
      const met = factsOf(answer);
      const isWorse = met !== null && (worst === null || rank(met) < rank(worst));
      if (isWorse) worst = met;
      return answer;
    },
    trouble: () => worst,
  };
}

function factsOf(answer: DocumentAnswer): SiteFacts | null {
  if (answer.kind !== 'document') return null;
  if (answer.instead !== undefined) return { trouble: answer.instead, since: answer.fetchedAt };
  return answer.status === 410 ? { trouble: 'gone', since: null } : null;
}

const rank = ({ trouble }: SiteFacts): number => order.indexOf(trouble);

/** The worst first. */
const order: readonly SiteTrouble[] = ['gone', 'nameless', 'silent', 'offline'];
