import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../../shared/errors.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import { documentsInMemory } from './documents-in-memory.ts';
import { documentMapSchema } from './read-document-map.ts';

const capturedSchema = z.object({ capturedAt: z.iso.datetime() });

/**
 * What the issuers of the sample badges answered on the day that the samples name: the documents that come with the app
 * in `resources/samples/documents`. All are read at once, since they may lie inside the app's archive. A library that
 * checks the samples with this port keeps them as its captures, so that they stay checkable like any other badge.
 * Rejects with `input/unreadable`.
 */
export async function readSampleDocuments(samplesFolder: string): Promise<DocumentPort> {
  const folder = path.join(samplesFolder, 'documents');
  try {
    const json = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(path.join(folder, name), 'utf8'));
    const fetchedAt = new Date(capturedSchema.parse(await json('captured.json')).capturedAt).toISOString();
    const entries = Object.entries(documentMapSchema.parse(await json('map.json')));
    const documents = new Map(
      await Promise.all(
        entries.map(
          async ([url, name]) => [url, new Uint8Array(await readFile(path.join(folder, name)))] as const,
        ),
      ),
    );
    return documentsInMemory(documents, fetchedAt);
  } catch (error) {
    throw new CodedError('input/unreadable', {}, { cause: error });
  }
}
