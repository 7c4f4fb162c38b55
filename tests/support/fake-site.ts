import { sha256Hex } from '../../electron/node/files.ts';
import type { DocumentAnswer, DocumentPort } from '../../shared/verify/ports.ts';

/** What a fake issuer's site answers at one address. */
export interface SiteAnswer {
  readonly status?: number;
  readonly contentType?: string;
  readonly body: string | object;
  readonly maxAgeSeconds?: number;
}

export interface FakeSite extends DocumentPort {
  readonly asked: string[];
}

/** A network with these addresses in it, all answering at one moment; every other one is out of reach. */
export function fakeSite(answers: Readonly<Record<string, SiteAnswer>>, fetchedAt: string): FakeSite {
  const asked: string[] = [];
  return {
    asked,
    mode: 'online',
    get: async ({ url }): Promise<DocumentAnswer> => {
      asked.push(url);
      const found = answers[url];
      if (found === undefined) return { kind: 'unavailable', url, code: 'network/unreachable' };
      const { body, maxAgeSeconds } = found;
      const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
      return {
        kind: 'document',
        url,
        finalUrl: url,
        status: found.status ?? 200,
        contentType: found.contentType ?? 'application/json',
        bytes,
        sha256: sha256Hex(bytes),
        fetchedAt,
        source: 'live',
        ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
      };
    },
  };
}
