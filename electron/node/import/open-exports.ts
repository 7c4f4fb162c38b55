import type { ReadingNote } from '../../../shared/badge/model.ts';
import { base64Bytes } from '../../../shared/base64.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { wordsOf } from '../../../shared/portfolio/check-page.ts';
import { bodyPrefix } from '../../../shared/portfolio/page-data.ts';
import { createPageScanner, type Skeleton } from '../../../shared/portfolio/page-scanner.ts';
import {
  type BadgeClaim,
  type ExportedFile,
  isOurExport,
  readExport,
  type TakenApart,
} from '../../../shared/portfolio/read-export.ts';
import { differingWords, fieldNames } from '../../../shared/portfolio/said-words.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';
import { sha256Hex } from '../files.ts';
import { offlineDocuments } from '../network/document-map.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { type ArchiveBytes, archiveInMemory, archiveOnDisk } from './archive-bytes.ts';
import { carriedDocuments, carriedFacts } from './carried-documents.ts';
import { type FileInArchive, type FileToImport, insideExport, placeOf, shownName } from './import-sources.ts';
import { originalsInPdf } from './open-pdf-exports.ts';
import { presentedContainer } from './presented-container.ts';

/**
 * The originals in an export of ours (a page, a presentation, a PDF), each decoded to memory when its turn comes; the file
 * itself where it is none. What the export says of them counts for nothing; where it differs from what they say
 * themselves, that is noted beside them. An export that its holder signed comes first, by itself. The documents inside an
 * export are never taken for the issuers' word.
 */
export async function openExport(
  file: FileToImport,
  engine: Pick<BadgeEngine, 'read' | 'openPdf'>,
  signal: AbortSignal | undefined,
): Promise<readonly FileToImport[]> {
  if (signal?.aborted === true) return [file];
  const originals = await originalsIn(file, engine, signal);
  return originals ?? (await originalsInPdf(file, engine, signal)) ?? [file];
}

async function originalsIn(
  file: FileToImport,
  engine: Pick<BadgeEngine, 'read'>,
  signal: AbortSignal | undefined,
): Promise<readonly FileToImport[] | null> {
  try {
    const bytes = await bytesOf(file);
    if (bytes === null) return null;
    const skeleton = await skeletonOf(bytes, signal);
    const apart = readExport(skeleton);
    if (apart === null) return null;
    if (apart.files.length > limits.zipEntries) {
      throw new CodedError('archive/too-many-entries', { limit: limits.zipEntries });
    }
    const entries = apart.files.map((one) => entryOf(file, bytes, skeleton, one));
    const carried = carriedBy(apart, bytes, skeleton);
    const noted = await withNotes(entries, apart, carried ?? offlineDocuments, engine, signal);
    // One that nobody signed and that is too large to be read whole is its files, and nothing else is shown of it.
    const isReadWhole = apart.isSigned || bytes.sizeBytes <= limits.credentialBytes;
    const container =
      apart.isPresentation && isReadWhole
        ? await presentedContainer(file, bytes, noted, engine, signal)
        : null;
    if (container !== null) return [container, ...noted];
    return carried === null ? noted : noted.map((entry) => ({ ...entry, carried }));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return [
      { kind: 'refused', file: file.file, shown: shownName(file), code: error.code, facts: error.facts },
    ];
  }
}

/** The bytes of what begins as an export of ours does; null for anything else. */
async function bytesOf(file: FileToImport): Promise<ArchiveBytes | null> {
  if (file.kind === 'bytes') {
    const { bytes } = file;
    return isOurs(bytes.subarray(0, headBytes)) ? archiveInMemory(bytes.length, async () => bytes) : null;
  }
  if (file.kind !== 'path' || !/\.(?:html?|json|jsonld)$/i.test(file.file)) return null;
  const bytes = await archiveOnDisk(placeOf(file)).catch(() => null);
  if (bytes === null || bytes.sizeBytes > limits.pageBytes) return null;
  const [head] = await bytes.read([{ offset: 0, length: Math.min(headBytes, bytes.sizeBytes) }]);
  return head !== undefined && isOurs(head) ? bytes : null;
}

const headBytes = 4_096;
const pieceBytes = 1_048_576;

function isOurs(head: Uint8Array): boolean {
  return isOurExport(new TextDecoder().decode(head));
}

async function skeletonOf(bytes: ArchiveBytes, signal: AbortSignal | undefined): Promise<Skeleton> {
  const scanner = createPageScanner();
  for (let offset = 0; offset < bytes.sizeBytes; offset += pieceBytes) {
    stopWhenCancelled(signal);
    const length = Math.min(pieceBytes, bytes.sizeBytes - offset);
    const [piece] = await bytes.read([{ offset, length }]);
    scanner.feed(piece ?? new Uint8Array());
  }
  return scanner.finish();
}

function entryOf(
  file: FileToImport,
  bytes: ArchiveBytes,
  skeleton: Skeleton,
  { name, run }: ExportedFile,
): FileInArchive {
  const packed = skeleton.runs[run]?.length ?? 0;
  return {
    ...insideExport(file, name, packed * 2),
    read: () => runBytes(bytes, skeleton, run),
  };
}

async function runBytes(bytes: ArchiveBytes, { runs }: Skeleton, run: number): Promise<Uint8Array> {
  const range = runs[run];
  if (range === undefined || range.length > limits.imageFileBytes * 1.4) {
    throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
  }
  const [text] = await bytes.read([range]);
  const decoded = base64Bytes(new TextDecoder().decode(text));
  if (decoded === null) throw new CodedError('archive/damaged-entry');
  return decoded;
}

/** The entries with what the export says otherwise than they do. */
async function withNotes(
  entries: readonly FileInArchive[],
  apart: TakenApart,
  documents: DocumentPort,
  engine: Pick<BadgeEngine, 'read'>,
  signal: AbortSignal | undefined,
): Promise<readonly FileInArchive[]> {
  const claimed = new Map<string, BadgeClaim[]>();
  for (const claim of apart.claims) {
    const known = claimed.get(claim.sha256);
    if (known === undefined) claimed.set(claim.sha256, [claim]);
    else known.push(claim);
  }
  const noted: FileInArchive[] = [];
  for (const [place, entry] of entries.entries()) {
    const file = apart.files[place];
    const original = await entry.read(signal).catch(() => null);
    const notes: ReadingNote[] = [];
    if (original !== null && file?.sha256 && sha256Hex(original) !== file.sha256) {
      notes.push({ code: 'read.page-file-differs', facts: {} });
    }
    const claims = claimed.get(file?.sha256 ?? '') ?? [];
    if (original !== null && claims.length > 0 && apart.data !== null) {
      const { switches } = apart.data;
      const reading = await engine.read(original, entry.name, signal).catch(() => null);
      for (const { index, said, sha256 } of claims) {
        const badge = reading?.badges[index]?.badge;
        if (badge === undefined) continue;
        const expected = await wordsOf(badge, { sha256, fileName: entry.name }, { documents, switches });
        const fields = expected === null ? [] : differingWords(said, expected);
        if (fields.length > 0) {
          notes.push({ code: 'read.page-words-differ', facts: { fields: fieldNames(fields) } });
        }
      }
    }
    noted.push(notes.length === 0 ? entry : { ...entry, notes });
  }
  return noted;
}

/** The documents of a page, each read when it is asked for. */
function carriedBy({ documents }: TakenApart, bytes: ArchiveBytes, skeleton: Skeleton): DocumentPort | null {
  return carriedDocuments(
    documents.slice(0, limits.rememberedDocuments).flatMap((document) => {
      const facts = carriedFacts(document);
      const run = Number(document.body.slice(bodyPrefix.length + 1));
      return facts === null ? [] : [{ facts, read: () => runBytes(bytes, skeleton, run) }];
    }),
  );
}
