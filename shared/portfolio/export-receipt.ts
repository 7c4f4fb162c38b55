import { z } from 'zod';
import { limits } from '../limits.ts';
import { jsonShapes, receiptFormats } from './export-formats.ts';

/** What is remembered of an export: never what the file holds. */
export const exportReceiptSchema = z.object({
  /** RFC 3339, UTC. */
  at: z.string(),
  title: z.string(),
  /** Last part of the file's name; never a path. */
  fileName: z.string(),
  format: z.enum(receiptFormats),
  badgeCount: z.number().int().min(0),
  /** Whether the files themselves left. */
  originals: z.boolean(),
  /** As what it was signed with the person's own key; left out: it was not. */
  signedAs: z.enum(jsonShapes).exclude(['plain']).exactOptional(),
  /** For whom it was, in the person's own words; empty: not said. */
  forWhom: z.string().max(limits.receiptWordsCharacters),
});

export type ExportReceipt = z.infer<typeof exportReceiptSchema>;
