import { z } from 'zod';
import type { ZipStep } from '../../../shared/archive/zip-entries.ts';
import { errorCodes } from '../../../shared/errors.ts';
import { isJsonObject, type JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import type { PdfExport } from '../../../shared/portfolio/read-pdf-export.ts';

/** What the worker may say of an archive of this size: it names places in it, and main reads nothing but those. */
export function zipStepSchema(sizeBytes: number): z.ZodType<ZipStep> {
  const place = z.number().int().nonnegative().max(sizeBytes);
  const isInside = (offset: number, length: number): boolean => offset + length <= sizeBytes;
  const range = z
    .object({ offset: place, length: place })
    .strict()
    .refine(({ offset, length }) => isInside(offset, length));
  const entry = z
    .object({
      name: z.string().min(1).max(0xffff),
      method: z.number().int().nonnegative().max(0xffff),
      crc32: z.number().int().nonnegative().max(0xffffffff),
      packedBytes: place,
      sizeBytes: z.number().int().nonnegative().max(limits.zipTotalBytes),
      dataOffset: place,
      descriptorBytes: z.number().int().nonnegative().max(24),
      refusal: z.enum(errorCodes).nullable(),
    })
    .strict()
    .refine((one) => isInside(one.dataOffset, one.packedBytes + one.descriptorBytes));
  const ranges = z
    .array(range)
    .max(limits.zipEntries)
    .refine((all) => all.reduce((sum, { length }) => sum + length, 0) <= mostNeeded);
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('need'), ranges }).strict(),
    z.object({ kind: z.literal('listed'), entries: z.array(entry).max(limits.zipEntries) }).strict(),
  ]);
}

/** What the worker may say of a PDF of this size: it names places in it. */
export function pdfExportSchema(sizeBytes: number): z.ZodType<PdfExport | null> {
  const place = z.number().int().nonnegative().max(sizeBytes);
  const range = { offset: place, length: place };
  const isInside = (one: { readonly offset: number; readonly length: number }): boolean =>
    one.offset + one.length <= sizeBytes;
  const file = z.object({ ...range, name: z.string(), sha256: z.string() }).strict();
  const document = z.object({ ...range, facts: z.custom<JsonObject>(isJsonObject) }).strict();
  return z
    .object({
      files: z.array(file.refine(isInside)).max(limits.zipEntries),
      documents: z.array(document.refine(isInside)).max(limits.zipEntries),
    })
    .strict()
    .nullable();
}

/** What the worker may give back for an entry of this size. */
export function unpackedSchema(sizeBytes: number) {
  return z.instanceof(Uint8Array).refine((bytes) => bytes.length === sizeBytes);
}

/** The table of contents, or the names in it once more with the rest of each header. */
const mostNeeded = 2 * limits.zipDirectoryBytes;
