import { z } from 'zod';
import { limits } from '../limits.ts';

/** An issuer's id as badges name it: a DID, a web address or a URN. Never a mere name. */
export const issuerIdPattern = /^(?:did:[a-z0-9]+:|https?:\/\/|urn:[a-z0-9-]+:)[^\s\p{Cc}]+$/u;

/** What a person keeps about an issuer that they know. */
export const knownIssuerSchema = z.object({
  name: z.string().max(limits.issuerNameCharacters),
  /** The keys that were pinned, as `keyText` writes them or as multikeys; none: known by its id alone. */
  keys: z.array(z.string().max(limits.documentUrlCharacters)).max(limits.pinsPerIssuer),
  note: z.string().max(limits.issuerNoteCharacters),
  /** Since when: RFC 3339, UTC. */
  addedAt: z.string(),
});

export type KnownIssuerFacts = z.infer<typeof knownIssuerSchema>;

/** A registry of issuers that a person took in. Its entries are in its document, not here. */
export const registrySchema = z.object({
  name: z.string().max(limits.issuerNameCharacters),
  format: z.enum(['dcc-legacy', 'openid-federation']),
  /** The document as it was taken in, under `documents/`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many issuers it listed then. */
  entries: z.number().int().min(0),
  /** When the registry said so: RFC 3339, UTC. */
  asOf: z.string(),
  /** Where it may be asked again; null: nowhere. */
  url: z.string().nullable(),
  /** OpenID Federation: the trust anchor's id and its pinned keys. null: a format without signatures. */
  anchor: z.object({ id: z.string(), keys: z.array(z.string()).max(limits.pinsPerIssuer) }).nullable(),
});

export type RegistryFacts = z.infer<typeof registrySchema>;
