import { z } from 'zod';

/** What the library keeps of a person's own evidence; a file's bytes lie under `evidence/` by their SHA-256. */
export const evidenceFactsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), title: z.string(), text: z.string() }),
  z.object({ kind: z.literal('link'), title: z.string(), url: z.string() }),
  z.object({
    kind: z.literal('file'),
    title: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string(),
    sizeBytes: z.number().int().min(0),
    /** Last part of the file's name; never a path. */
    fileName: z.string(),
  }),
]);

export type EvidenceFacts = z.infer<typeof evidenceFactsSchema>;

/** A file that was stored as evidence, before its record is. */
export type EvidenceFile = Omit<Extract<EvidenceFacts, { kind: 'file' }>, 'kind' | 'title'>;
