import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { readRegularFile } from '../read-regular-file.ts';
import type { DocumentMap, NamedDocuments } from './document-map.ts';

/** A map as it is written down: URL → path. */
export const documentMapSchema = z.record(z.string(), z.string().min(1));

/**
 * Reads the map of `--documents`. Throws `input/unreadable`, `input/not-a-file` or `input/too-large` for its file,
 * `badge/bad-json` for what is not such a map.
 */
export async function readDocumentMap(path: string, capturedAtMs: number | null): Promise<NamedDocuments> {
  const { bytes } = await readRegularFile(path, limits.documentMapBytes);
  return { map: parseMap(bytes), folder: dirname(resolve(path)), capturedAtMs };
}

function parseMap(bytes: Uint8Array): DocumentMap {
  try {
    return documentMapSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new CodedError('badge/bad-json', {}, { cause });
  }
}
