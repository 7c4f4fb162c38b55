import type { ByteRange } from '../../../shared/archive/piece-reader.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { pdfManifestName } from '../../../shared/portfolio/pdf-places.ts';
import type { ArchiveEngine } from '../engine.ts';
import { sha256Hex } from '../files.ts';
import { type ArchiveBytes, archiveInMemory, archiveOnDisk } from './archive-bytes.ts';
import { carriedDocuments, carriedFacts } from './carried-documents.ts';
import { type FileInArchive, type FileToImport, insideExport, placeOf } from './import-sources.ts';

/**
 * The originals that are attached to a PDF of ours, each read when its turn comes; null for anything else, and for a PDF
 * that another program wrote anew. One whose bytes are not those of the list in the PDF is noted. The documents beside
 * them are never taken for the issuers' word.
 */
export async function originalsInPdf(
  file: FileToImport,
  engine: Pick<ArchiveEngine, 'openPdf'>,
  signal: AbortSignal | undefined,
): Promise<readonly FileInArchive[] | null> {
  try {
    const bytes = await bytesOf(file);
    if (bytes === null) return null;
    const whole = await part(bytes, { offset: 0, length: bytes.sizeBytes });
    const apart = holdsManifest(whole) ? await engine.openPdf(whole, signal) : null;
    if (apart === null) return null;
    const carried = carriedDocuments(
      apart.documents.slice(0, limits.rememberedDocuments).flatMap(({ facts, ...range }) => {
        const known = carriedFacts(facts);
        return known === null ? [] : [{ facts: known, read: () => part(bytes, range) }];
      }),
    );
    return apart.files.map((one) => {
      const original = whole.subarray(one.offset, one.offset + one.length);
      const notes = [{ code: 'read.page-file-differs' as const, facts: {} }];
      return {
        ...insideExport(file, one.name, one.length),
        read: () => originalOf(bytes, one),
        ...(sha256Hex(original) === one.sha256 ? {} : { notes }),
        ...(carried === null ? {} : { carried }),
      };
    });
  } catch (error) {
    // Read as any other PDF, it is refused with the reason.
    if (error instanceof CodedError && error.code !== 'input/cancelled') return null;
    throw error;
  }
}

async function bytesOf(file: FileToImport): Promise<ArchiveBytes | null> {
  if (file.kind === 'bytes') {
    const { bytes } = file;
    return isPdf(bytes) ? archiveInMemory(bytes.length, async () => bytes) : null;
  }
  if (file.kind !== 'path' || !/\.pdf$/i.test(file.file) || file.sizeBytes > limits.pdfExportBytes)
    return null;
  const bytes = await archiveOnDisk(placeOf(file)).catch(() => null);
  return bytes === null || bytes.sizeBytes > limits.pdfExportBytes ? null : bytes;
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

/** Whether the name of the list stands in it, as we write it: a sign, so that no other PDF is read twice. */
function holdsManifest(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, byteLength } = bytes;
  const units = [...pdfManifestName].map((character) =>
    character.charCodeAt(0).toString(16).padStart(4, '0'),
  );
  return Buffer.from(buffer, byteOffset, byteLength).includes(`<FEFF${units.join('').toUpperCase()}>`);
}

async function originalOf(bytes: ArchiveBytes, range: ByteRange): Promise<Uint8Array> {
  if (range.length > limits.imageFileBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
  }
  return await part(bytes, range);
}

async function part(bytes: ArchiveBytes, { offset, length }: ByteRange): Promise<Uint8Array> {
  const [read] = await bytes.read([{ offset, length }]);
  return read ?? new Uint8Array();
}
