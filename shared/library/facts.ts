import { z } from 'zod';
import { limits } from '../limits.ts';

/** What a card and the search need of a badge, as its file claims it. Texts as found, cut to their limits. */
export const badgeFactsSchema = z.object({
  name: z.string(),
  description: z.string(),
  issuerName: z.string(),
  /** The issuer's id, or where it has none its address. */
  issuerId: z.string(),
  version: z.enum(['0.5', '1.0', '1.1', '2.x', '3.0', 'clr-2.0', 'vc-1.1', 'vc-2.0', 'unknown']),
  form: z.enum(['hosted', 'jws', 'vc-jwt', 'data-integrity', 'sd-jwt', 'blockcerts', 'none']),
  /** RFC 3339, UTC; null where the badge has none or it cannot be read. */
  issuedOn: z.string().nullable(),
  expires: z.string().nullable(),
  tags: z.array(z.string()),
  /** Names of the skills that it is aligned with; absent: none. */
  skills: z.array(z.string()).exactOptional(),
  recipients: z.array(
    z.object({
      type: z.string(),
      value: z.string().nullable(),
      hash: z.object({ algorithm: z.enum(['md5', 'sha1', 'sha256', 'sha512']), hex: z.string() }).nullable(),
      salt: z.string(),
    }),
  ),
  /** Where its picture is: the file itself, the n-th image that the badge names (a data URI), or nowhere. */
  picture: z.union([
    z.object({ from: z.literal('file') }),
    z.object({ from: z.literal('data'), index: z.number().int().min(0) }),
    z.object({ from: z.literal('none') }),
  ]),
  /** Where in the file the badge was, and which of its badges it is. */
  container: z.string(),
  pathIndex: z.number().int().min(0),
  mediaType: z.string(),
  sizeBytes: z.number().int().min(0),
  /** Last part of the file's name at import; never a path. */
  fileName: z.string(),
  /** Equal for the same badge in other bytes; null where the badge has no id. */
  sameBadgeKey: z.string().nullable(),
  /** Addresses of documents that would complete it: its badge class, its issuer. */
  links: z.array(z.string()).exactOptional(),
  /** The way to it inside the file: member names and places in lists; empty for the file's own badge. */
  path: z.array(z.string()).exactOptional(),
  /** A wrapper of other credentials, kept as one of its own. */
  isContainer: z.boolean().exactOptional(),
});

export type BadgeFacts = z.infer<typeof badgeFactsSchema>;

const rewrittenSchema = z.object({
  member: z.enum(['name', 'description', 'criteria', 'issuerName', 'issuerId', 'tags']),
  /** The date of the capture that still said it as before: RFC 3339, UTC. */
  since: z.string(),
});

export type Rewritten = z.infer<typeof rewrittenSchema>;

/**
 * What the issuer's own documents say of a badge that only names them (1.x, 2.x). It fills what the file leaves open and
 * replaces nothing.
 */
export const describedSchema = z.object({
  name: z.string(),
  description: z.string(),
  issuerName: z.string(),
  issuerId: z.string(),
  tags: z.array(z.string()),
  criteria: z.string(),
  /** The n-th image of the completed badge, a data URI; null: none. */
  picture: z.number().int().min(0).nullable(),
  /** Documents that were taken, with their dates, and every address that was looked up. */
  taken: z.array(z.object({ part: z.enum(['badge-class', 'issuer']), url: z.string(), asOf: z.string() })),
  asked: z.array(z.string()),
  /** What the issuer wrote anew since an earlier capture. */
  rewritten: z.array(rewrittenSchema).exactOptional(),
});

export type Described = z.infer<typeof describedSchema>;

/** A captured document: where it came from and when; its bytes lie under `documents/` by their SHA-256. */
export const documentFactsSchema = z.object({
  url: z.string(),
  finalUrl: z.string(),
  status: z.number().int(),
  contentType: z.string().nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.number().int().min(0),
  /** RFC 3339, UTC. */
  fetchedAt: z.string(),
  /** What the server said of this version, for asking again and for its freshness; absent: nothing. */
  etag: z.string().exactOptional(),
  lastModified: z.string().exactOptional(),
  /** `max-age` of its Cache-Control, in seconds. */
  maxAgeSeconds: z.number().int().min(0).exactOptional(),
});

export type DocumentFacts = z.infer<typeof documentFactsSchema>;

/** A text cut to what the library keeps of it, never in the middle of a character. */
export function factText(text: string, maxCharacters: number = limits.factCharacters): string {
  if (text.length <= maxCharacters) return text;
  const cut = text.slice(0, maxCharacters);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
