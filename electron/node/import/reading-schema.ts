import { z } from 'zod';
import type { Completion } from '../../../shared/badge/complete-badge.ts';
import type { Badge } from '../../../shared/badge/model.ts';
import { noteCodes } from '../../../shared/badge/notes.ts';
import type { Reading } from '../../../shared/badge/reading.ts';
import { isJsonObject, type JsonObject } from '../../../shared/json.ts';

const text = z.string();
const textOrNull = z.string().nullable();
// Own JSON of the badge: its depth and size were limited by the reader; structured clone leaves plain data only.
const jsonObject = z.custom<JsonObject>(isJsonObject);
const note = z.object({ code: z.enum(noteCodes), facts: z.record(text, z.union([text, z.number()])) });
const profile = z.object({
  id: textOrNull,
  name: textOrNull,
  url: textOrNull,
  email: textOrNull,
  description: textOrNull,
  image: textOrNull,
});

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('json'), text, document: jsonObject }),
  z.object({
    kind: z.literal('jws'),
    text,
    header: jsonObject,
    payload: jsonObject,
    document: jsonObject,
  }),
  z.object({ kind: z.literal('sd-jwt'), text, header: jsonObject, document: jsonObject }),
  z.object({ kind: z.literal('url'), text }),
]);

const badge = z.object({
  version: z.enum(['0.5', '1.0', '1.1', '2.x', '3.0', 'clr-2.0', 'vc-1.1', 'vc-2.0', 'unknown']),
  object: z.enum(['badge', 'endorsement', 'container', 'status-list', 'credential', 'pointer', 'part']),
  form: z.enum(['hosted', 'jws', 'vc-jwt', 'data-integrity', 'sd-jwt', 'blockcerts', 'none']),
  credentialId: textOrNull,
  name: text,
  description: textOrNull,
  achievementType: textOrNull,
  criteria: z.object({ url: textOrNull, narrative: textOrNull }),
  images: z.array(z.object({ url: text, caption: textOrNull })),
  issuer: profile,
  creator: profile.nullable(),
  recipients: z.array(
    z.object({
      type: text,
      value: textOrNull,
      hash: z.object({ algorithm: z.enum(['md5', 'sha1', 'sha256', 'sha512']), hex: text }).nullable(),
      salt: text,
    }),
  ),
  issuedOn: textOrNull,
  validFrom: textOrNull,
  expires: textOrNull,
  evidence: z.array(
    z.object({ url: textOrNull, name: textOrNull, description: textOrNull, narrative: textOrNull }),
  ),
  alignments: z.array(
    z.object({
      name: text,
      url: textOrNull,
      description: textOrNull,
      framework: textOrNull,
      code: textOrNull,
    }),
  ),
  tags: z.array(text),
  results: z.array(z.object({ name: textOrNull, value: textOrNull, status: textOrNull })),
  endorsements: z.array(jsonObject),
  status: z.array(z.object({ type: text, url: textOrNull, entry: jsonObject })),
  hostedUrl: textOrNull,
  source,
  notes: z.array(note),
}) satisfies z.ZodType<Badge>;

/** What the worker read from one file, checked before main believes it. Unknown members are dropped. */
export const readingSchema = z.object({
  container: text,
  mediaType: text,
  badges: z.array(z.object({ path: z.array(text), badge })),
  notes: z.array(note),
}) satisfies z.ZodType<Reading>;

/** A badge that the worker completed from documents, checked the same way. */
export const completionSchema = z.object({
  badge,
  taken: z.array(z.object({ part: z.enum(['badge-class', 'issuer']), url: text, asOf: text })),
  asked: z.array(text),
}) satisfies z.ZodType<Completion>;
