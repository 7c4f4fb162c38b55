import { z } from 'zod';
import { limits } from '../../../shared/limits.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import { sha256Hex } from '../files.ts';

/** What an export says of a document that it carries. */
const carriedSchema = z.object({
  url: z.string().max(limits.documentUrlCharacters),
  finalUrl: z.string().max(limits.documentUrlCharacters).optional(),
  status: z.number().int().default(200),
  contentType: z.string().nullable().default(null),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fetchedAt: z.iso.datetime(),
});

export type CarriedFacts = z.infer<typeof carriedSchema>;

/** A document that an export carries: what it says of it, and its bytes, read when somebody asks. */
export interface CarriedDocument {
  readonly facts: CarriedFacts;
  readonly read: () => Promise<Uint8Array>;
}

/** What can be read of such facts; null: nothing. */
export function carriedFacts(value: unknown): CarriedFacts | null {
  return carriedSchema.safeParse(value).data ?? null;
}

/**
 * Answers from the documents that came in the same file as a badge. They are of the same hand as the badge: they can tell
 * what its maker would have us believe, and nothing may ever become green by them. null: there are none.
 */
export function carriedDocuments(carried: readonly CarriedDocument[]): DocumentPort | null {
  if (carried.length === 0) return null;
  return {
    mode: 'offline',
    get: async ({ url, maxBytes, earlierThan }) => {
      const versions = carried
        .filter(({ facts }) => facts.url === url)
        .filter(({ facts }) => earlierThan === undefined || facts.fetchedAt < earlierThan)
        .sort((a, b) => (a.facts.fetchedAt < b.facts.fetchedAt ? 1 : -1))
        .slice(0, limits.carriedVersionsTried);
      for (const { facts, read } of versions) {
        const bytes = await read().catch(() => null);
        if (bytes === null || bytes.length > maxBytes || sha256Hex(bytes) !== facts.sha256) continue;
        const { finalUrl = url, ...said } = facts;
        return { kind: 'document', ...said, finalUrl, bytes, source: 'captured' };
      }
      return { kind: 'unavailable', url, code: 'network/offline' };
    },
  };
}
