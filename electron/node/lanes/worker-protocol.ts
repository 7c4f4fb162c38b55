import { z } from 'zod';
import type { Piece } from '../../../shared/archive/piece-reader.ts';
import type { ZipEntry } from '../../../shared/archive/zip-entries.ts';
import type { Badge } from '../../../shared/badge/model.ts';
import { errorCodes } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';

/** What main sends to the worker. Main is trusted, so these are types only. */
export type WorkerRequest = WorkerJob | DocumentBrought;

/** What main asks of the worker. */
export type WorkerJob =
  | { readonly kind: 'read'; readonly id: number; readonly bytes: Uint8Array; readonly fileName: string }
  | {
      readonly kind: 'list-archive';
      readonly id: number;
      readonly sizeBytes: number;
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'open-pdf'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'unpack'; readonly id: number; readonly entry: ZipEntry; readonly packed: Uint8Array }
  | {
      readonly kind: 'verify';
      readonly id: number;
      readonly badge: Badge;
      readonly identities: readonly string[];
      readonly trust: TrustList | null;
      readonly nowMs: number;
      readonly notBeforeMs: number;
      readonly mode: DocumentPort['mode'];
    }
  | {
      readonly kind: 'complete';
      readonly id: number;
      readonly badge: Badge;
      readonly mode: DocumentPort['mode'];
    };

/** The answer to one `document` of the worker. */
export interface DocumentBrought {
  readonly kind: 'document';
  readonly id: number;
  readonly call: number;
  readonly answer: DocumentAnswer;
}

const jobId = z.number().int().nonnegative();

/**
 * What the worker says. It parses strangers' bytes, so main checks each message; what a job answered is checked by the
 * schema of that job (`reading-schema.ts`, and `reportSchema` of the library).
 */
export const workerReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }).strict(),
  z.object({ kind: z.literal('done'), id: jobId, value: z.unknown() }).strict(),
  z.object({ kind: z.literal('step'), id: jobId, value: z.unknown() }).strict(),
  z
    .object({
      kind: z.literal('failed'),
      id: jobId,
      code: z.enum(errorCodes),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .strict(),
  z
    .object({
      kind: z.literal('document'),
      id: jobId,
      call: jobId,
      request: z
        .object({
          url: z.string().min(1).max(limits.documentUrlCharacters),
          accept: z.string().max(1_024),
          maxBytes: z.number().int().positive().max(limits.httpImageBytes),
          earlierThan: z.string().max(40).exactOptional(),
        })
        .strict(),
    })
    .strict(),
]);

/** One message of the worker. */
export type WorkerReply = z.infer<typeof workerReply>;
