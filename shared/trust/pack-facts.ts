import { z } from 'zod';
import { limits } from '../limits.ts';

/** What a library keeps about a trust pack that a person took in. Its documents are captures under `packUrl`. */
export const packSchema = z.object({
  /** As its maker calls it. */
  name: z.string().max(limits.issuerNameCharacters),
  /** The maker's public key, as `keyText` writes it: pinned by taking the pack in. */
  key: z.string().max(limits.documentUrlCharacters),
  /** When it was made, and the dates of its oldest and its newest document: RFC 3339, UTC. */
  madeAt: z.string(),
  oldest: z.string(),
  newest: z.string(),
  /** How many documents it holds, and of which hosts. */
  documents: z.number().int().min(0),
  hosts: z.array(z.string()).max(limits.packDocuments),
  /** The issuers for whose badges it was made, by their ids, as its maker says. */
  issuers: z.array(z.string()).max(limits.packIssuers),
});

export type PackFacts = z.infer<typeof packSchema>;

/**
 * The address under which a document of a pack is kept among the captured ones: never the document's own, so that it
 * answers only while the pack is here.
 */
export function packUrl(packId: string, url: string): string {
  return `pack:${packId}?${url}`;
}
