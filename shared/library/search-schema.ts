import { z } from 'zod';
import { limits } from '../limits.ts';

function anyOf<Schema extends z.ZodType>(value: Schema) {
  return z.array(value).max(limits.searchFilterValues);
}

const verdict = z.enum([
  'altered',
  'issuer-mismatch',
  'revoked',
  'malformed',
  'expired',
  'not-yet-valid',
  'suspended',
  'unconfirmed',
  'partial',
  'unchecked',
  'unsigned',
  'verified-earlier',
  'verified',
  'not-checked',
]);

const version = z.enum(['0.5', '1.0', '1.1', '2.x', '3.0', 'clr-2.0', 'vc-1.1', 'vc-2.0', 'unknown']);

/**
 * What to look for: words, all of which must occur, and filters, each of which must let a badge pass. A filter is a list
 * of values any of which will do; an empty one lets every badge pass.
 */
export const savedSearchSchema = z.object({
  text: z.string().max(limits.searchCharacters),
  /** `issuerKeyOf` of the badge. */
  issuers: anyOf(z.string().max(2 * limits.factCharacters)),
  /** `not-checked`: no check was made yet. */
  verdicts: anyOf(verdict),
  /** The year of issue, or `none`. */
  years: anyOf(z.string().regex(/^(?:[0-9]{4}|none)$/)),
  versions: anyOf(version),
  /** The person's own tags, in their exact spelling. */
  tags: anyOf(z.string().max(limits.tagCharacters)),
  /** Ids of collections; a smart one stands for what it finds. */
  collections: anyOf(z.string().regex(/^[0-9a-z-]{1,64}$/)),
  recipients: anyOf(z.enum(['yours', 'not-yours', 'not-checked'])),
});

export type SavedSearch = z.infer<typeof savedSearchSchema>;
