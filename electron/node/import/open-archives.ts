import type { Piece } from '../../../shared/archive/piece-reader.ts';
import type { ZipEntry } from '../../../shared/archive/zip-entries.ts';
import { parseJsonBytes } from '../../../shared/badge/json-text.ts';
import { CodedError } from '../../../shared/errors.ts';
import { detectKind } from '../../../shared/image/detect.ts';
import { isJsonObject } from '../../../shared/json.ts';
import { lastPart } from '../../../shared/last-part.ts';
import { limits } from '../../../shared/limits.ts';
import { isOurArchive, zipPlaces } from '../../../shared/portfolio/zip-files.ts';
import { importRowWords } from '../../../shared/text/library.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import type { ArchiveEngine, FileEngine } from '../engine.ts';
import { createMemo } from '../memo.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { type ArchiveBytes, archiveInMemory, archiveOnDisk } from './archive-bytes.ts';
import { type CarriedFacts, carriedDocuments, carriedFacts } from './carried-documents.ts';
import { type FileToImport, placeOf, shownName } from './import-sources.ts';
import { openExport } from './open-exports.ts';

/**
 * The files with each archive among them replaced by what is in it, in the order of its table of contents; an archive
 * inside is opened too, one inside that is not. One that is refused as a whole stays one file, refused. Nothing is
 * written anywhere: an entry is unpacked to memory when its turn comes. Hidden files and lists of contents are passed
 * over. An exported page, presentation or PDF of ours is opened like an archive. Stops opening when aborted.
 */
export async function openArchives(
  files: readonly FileToImport[],
  engine: FileEngine,
  signal: AbortSignal | undefined,
): Promise<readonly FileToImport[]> {
  const opened: FileToImport[] = [];
  for (const file of files) {
    const archive = signal?.aborted === true ? null : await archiveOf(file);
    if (archive === null) opened.push(...(await openExport(file, engine, signal)));
    else opened.push(...(await new OpenArchive(engine, signal).filesIn(archive)));
  }
  return opened;
}

/** An archive, and how it is called: with its path for those that may know it, and for a row. */
interface Archive {
  readonly bytes: ArchiveBytes;
  readonly file: string;
  readonly shown: string;
  /** The entries that lead to it. */
  readonly path: readonly string[];
  /** What it takes in memory while one of its entries is read. */
  readonly heldBytes: number;
}

/** One archive that a person added, with those inside: they share the limits. */
class OpenArchive {
  readonly #engine: ArchiveEngine;
  readonly #signal: AbortSignal | undefined;
  /** Archives inside, of which the last two are kept in memory. */
  readonly #inside = createMemo<Uint8Array>(2);
  #entries = 0;
  #totalBytes = 0;

  constructor(engine: ArchiveEngine, signal: AbortSignal | undefined) {
    this.#engine = engine;
    this.#signal = signal;
  }

  async filesIn(archive: Archive): Promise<readonly FileToImport[]> {
    const { file, shown } = archive;
    try {
      const entries = await this.#list(archive.bytes);
      const files: FileToImport[] = [];
      const isOurs = isOurArchive(entries.map(({ name }) => name));
      for (const entry of entries) {
        const isExtra = isOurs && !entry.name.startsWith(zipPlaces.badges);
        if (!isExtra && !isPassedOver(entry.name)) files.push(...(await this.#filesOf(archive, entry)));
      }
      if (files.length === 0) throw new CodedError('archive/empty');
      const carried = isOurs ? await this.#carried(archive, entries) : null;
      if (carried === null) return files;
      return files.map((one) => (one.kind === 'entry' ? { ...one, carried } : one));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return [{ kind: 'refused', file, shown, code: error.code, facts: error.facts }];
    }
  }

  /** The documents of an export of ours, as its manifest names them. */
  async #carried({ bytes }: Archive, entries: readonly ZipEntry[]): Promise<DocumentPort | null> {
    const read = (entry: ZipEntry) =>
      readEntry(bytes, entry, limits.httpJsonBytes, this.#engine, this.#signal);
    const manifest = entries.find(({ name }) => name === zipPlaces.manifest);
    const text = manifest === undefined ? null : await read(manifest).catch(() => null);
    const byPath = new Map(entries.map((entry) => [entry.name, entry]));
    return carriedDocuments(
      documentsNamedIn(text).flatMap((facts) => {
        const entry = byPath.get(zipPlaces.documents + facts.sha256);
        return entry === undefined ? [] : [{ facts, read: () => read(entry) }];
      }),
    );
  }

  async #list(bytes: ArchiveBytes): Promise<readonly ZipEntry[]> {
    const entries = await listed(bytes, this.#engine, this.#signal);
    this.#entries += entries.length;
    this.#totalBytes += entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    this.#refuseExcess();
    return entries;
  }

  #refuseExcess(): void {
    if (this.#entries > limits.zipEntries) {
      throw new CodedError('archive/too-many-entries', { limit: limits.zipEntries });
    }
    if (this.#totalBytes > limits.zipTotalBytes) {
      throw new CodedError('archive/inflates-too-much', { limitBytes: limits.zipTotalBytes });
    }
  }

  async #filesOf(archive: Archive, entry: ZipEntry): Promise<readonly FileToImport[]> {
    const file = importRowWords.inside(archive.file, entry.name);
    const shown = importRowWords.inside(archive.shown, entry.name);
    const path = [...archive.path, entry.name];
    const plain: FileToImport = {
      kind: 'entry',
      file,
      shown,
      name: lastPart(entry.name),
      path,
      sizeBytes: archive.heldBytes + entry.packedBytes + entry.sizeBytes,
      read: (signal) => readEntry(archive.bytes, entry, limits.imageFileBytes, this.#engine, signal),
    };
    if (!isNamedZip(entry.name) || entry.refusal !== null || this.#signal?.aborted === true) return [plain];
    const load = () =>
      this.#inside(file, () =>
        readEntry(archive.bytes, entry, limits.zipInsideBytes, this.#engine, this.#signal),
      );
    try {
      // Once the limits are used up, no more archives are unpacked to look inside.
      this.#refuseExcess();
      if (!isArchiveHead(await load(), entry.name)) return [plain];
      if (archive.path.length >= limits.zipNesting) throw new CodedError('archive/nested-too-deep');
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return [{ kind: 'refused', file, shown, code: error.code, facts: error.facts }];
    }
    const bytes = archiveInMemory(entry.sizeBytes, load);
    return await this.filesIn({ bytes, file, shown, path, heldBytes: entry.packedBytes + entry.sizeBytes });
  }
}

/** The archive that the file is, by its contents; null: it is none, or cannot be looked at. */
async function archiveOf(file: FileToImport): Promise<Archive | null> {
  const named = { file: file.file, shown: shownName(file), path: [], heldBytes: 0 };
  if (file.kind === 'bytes') {
    const { bytes } = file;
    if (!isArchiveHead(bytes, file.file)) return null;
    return { ...named, bytes: archiveInMemory(bytes.length, async () => bytes) };
  }
  if (file.kind !== 'path' || !mayBeArchive(file)) return null;
  try {
    const bytes = await archiveOnDisk(placeOf(file));
    const length = Math.min(headBytes, bytes.sizeBytes);
    const [head] = await bytes.read([{ offset: 0, length }]);
    return head !== undefined && isArchiveHead(head, file.file) ? { ...named, bytes } : null;
  } catch {
    // Whatever is wrong is said when it is read.
    return null;
  }
}

async function listed(
  bytes: ArchiveBytes,
  engine: ArchiveEngine,
  signal: AbortSignal | undefined,
): Promise<readonly ZipEntry[]> {
  const { sizeBytes } = bytes;
  const length = Math.min(sizeBytes, limits.zipFirstPieceBytes);
  let ranges: readonly { readonly offset: number; readonly length: number }[] = [
    { offset: sizeBytes - length, length },
  ];
  const pieces: Piece[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const read = await bytes.read(ranges);
    pieces.push(...read.map((piece, index) => ({ offset: ranges[index]?.offset ?? 0, bytes: piece })));
    const step = await engine.listArchive(sizeBytes, pieces, signal);
    if (step.kind === 'listed') return step.entries;
    ranges = step.ranges;
  }
  throw new CodedError('archive/ambiguous');
}

async function readEntry(
  archive: ArchiveBytes,
  entry: ZipEntry,
  limitBytes: number,
  engine: ArchiveEngine,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  stopWhenCancelled(signal);
  if (entry.refusal !== null) throw new CodedError(entry.refusal, { kind: entry.method });
  if (Math.max(entry.sizeBytes, entry.packedBytes) > limitBytes) {
    throw new CodedError('input/too-large', { limitBytes });
  }
  const length = entry.packedBytes + entry.descriptorBytes;
  const [packed] = await archive.read([{ offset: entry.dataOffset, length }]);
  return await engine.unpack(entry, packed ?? new Uint8Array(), signal);
}

function documentsNamedIn(manifest: Uint8Array | null): readonly CarriedFacts[] {
  try {
    const { value } = parseJsonBytes(manifest ?? new Uint8Array());
    const listed = isJsonObject(value) && Array.isArray(value.documents) ? value.documents : [];
    return listed.slice(0, limits.rememberedDocuments).flatMap((one) => carriedFacts(one) ?? []);
  } catch {
    return [];
  }
}

/** A file under the name of another kind, and no larger than that kind may be, is not opened only to look. */
function mayBeArchive({ file, sizeBytes }: { readonly file: string; readonly sizeBytes: number }): boolean {
  return sizeBytes > limits.imageFileBytes || !/\.(?:png|svg|json|jsonld|jws|jwt|txt)$/i.test(file);
}

/** What calls itself an archive and is nothing else that we know is one that is damaged. */
function isArchiveHead(bytes: Uint8Array, name: string): boolean {
  const kind = detectKind(bytes.subarray(0, headBytes));
  return kind === 'zip' || (kind === 'other' && bytes.length > 0 && isNamedZip(name));
}

function isNamedZip(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Hidden files, what systems leave behind, and the list of contents of a farewell archive. */
function isPassedOver(name: string): boolean {
  const parts = name.split('/');
  return (
    parts.some((part) => part.startsWith('.') || part === '__MACOSX') ||
    /^(?:thumbs\.db|desktop\.ini)$/i.test(parts.at(-1) ?? '') ||
    /^manifest\.txt$/i.test(name)
  );
}

const headBytes = 4_096;
/** The end, a far ZIP64 record, the table of contents, the headers. */
const mostRounds = 5;
