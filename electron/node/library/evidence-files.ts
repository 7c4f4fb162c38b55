import { CodedError } from '../../../shared/errors.ts';
import { lastPart } from '../../../shared/last-part.ts';
import type { EvidenceFile } from '../../../shared/library/evidence-facts.ts';
import { factText } from '../../../shared/library/facts.ts';
import { endingOf, mediaTypeOfName } from '../../../shared/library/media-type-of-name.ts';
import { limits } from '../../../shared/limits.ts';
import { sha256Hex } from '../files.ts';
import { readRegularFile } from '../read-regular-file.ts';
import type { ImportSource } from './library.ts';
import type { ObjectStore } from './object-store.ts';

/** Keeps a file that a person adds to a badge; when it answers, the file survives a power cut. */
export async function storeEvidence(
  store: ObjectStore,
  source: ImportSource | undefined,
): Promise<EvidenceFile> {
  if (source === undefined) throw new CodedError('input/unreadable');
  const { bytes, sha256 } = await read(source);
  const fileName = factText(
    lastPart(source.kind === 'path' ? source.path : source.name),
    limits.fileNameCharacters,
  );
  await store.putAll([{ sha256, bytes, extension: endingOf(fileName) }]);
  return { sha256, mediaType: mediaTypeOfName(fileName), sizeBytes: bytes.length, fileName };
}

async function read(source: ImportSource): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  if (source.kind === 'path') return await readRegularFile(source.path, limits.evidenceFileBytes);
  if (source.bytes.length > limits.evidenceFileBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.evidenceFileBytes });
  }
  return { bytes: source.bytes, sha256: sha256Hex(source.bytes) };
}
