import { z } from 'zod';
import { limits } from '../limits.ts';

/**
 * A dropped file as the preload hands it to main: a path that the person chose, bytes that lie on no disk, or the
 * reason why there is nothing to read.
 */
export const droppedFileSchema = z.union([
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(32_768) }).strict(),
  z
    .object({
      kind: z.literal('bytes'),
      name: z.string().max(1_024),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= limits.imageFileBytes),
    })
    .strict(),
  z
    .object({
      kind: z.literal('refused'),
      name: z.string().max(1_024),
      code: z.enum(['input/too-large', 'input/unreadable', 'input/not-a-file']),
    })
    .strict(),
]);

/** One dropped or pasted file, as `import.files` takes it. */
export type DroppedFile = z.infer<typeof droppedFileSchema>;
