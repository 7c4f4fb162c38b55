import { promises as fs, lstatSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { ReadingNote } from '../../../shared/badge/model.ts';
import type { Reading } from '../../../shared/badge/reading.ts';
import { CodedError, type ErrorCode } from '../../../shared/errors.ts';
import { lastPart } from '../../../shared/last-part.ts';
import { limits } from '../../../shared/limits.ts';
import { importRowWords } from '../../../shared/text/library.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';
import { sha256Hex } from '../files.ts';
import type { ImportSource } from '../library/library.ts';
import { readRegularFile } from '../read-regular-file.ts';
import { systemCode } from '../store-error.ts';

/** One file to look at, or why it cannot be. */
export type FileToImport =
  | {
      readonly kind: 'path';
      readonly file: string;
      readonly sizeBytes: number;
      /** Where the path is no text (a folder from an older system): its bytes. */
      readonly pathBytes?: Buffer;
    }
  | {
      readonly kind: 'bytes';
      readonly file: string;
      readonly sizeBytes: number;
      readonly bytes: Uint8Array;
      /** Its own name and its name for a row, where they are not the last part of `file`. */
      readonly name?: string;
      readonly shown?: string;
      /** What it came as, where it was fetched. */
      readonly document?: FetchedDocument;
    }
  | FileInArchive
  | {
      readonly kind: 'refused';
      readonly file: string;
      /** Its name for a row, where that is more than the last part of `file`. */
      readonly shown?: string;
      readonly code: ErrorCode;
      readonly facts?: CodedError['facts'];
    };

/** A document as it was fetched just now. */
export type FetchedDocument = Extract<DocumentAnswer, { kind: 'document' }>;

/** A file in an archive, unpacked to memory each time that it is read. */
export interface FileInArchive {
  readonly kind: 'entry';
  /** The archive's path, then the way in. */
  readonly file: string;
  /** The same without the folders of this computer. */
  readonly shown: string;
  /** Its own name. */
  readonly name: string;
  /** The way in: the entry, and the entry of the archive in that. */
  readonly path: readonly string[];
  /** What reading takes in memory. */
  readonly sizeBytes: number;
  /** What was noticed on the way in. */
  readonly notes?: readonly ReadingNote[];
  /** The documents that came in the same export: of the same hand as the badges, so they count for nothing. */
  readonly carried?: DocumentPort;
  /** What it holds comes as files of their own: it counts for itself alone. */
  readonly isContainerAlone?: true;
  readonly read: (signal?: AbortSignal) => Promise<Uint8Array>;
}

/** What counts of a file that was read: of a container whose badges come as files of their own, itself alone. */
export function countedOf(file: FileToImport, reading: Reading): Reading {
  return isContainerAlone(file) ? containerAlone(reading) : reading;
}

/** True for a container whose badges come as files of their own. */
export function isContainerAlone(file: FileToImport): boolean {
  return file.kind === 'entry' && file.isContainerAlone === true;
}

/** The container by itself. */
export function containerAlone(reading: Reading): Reading {
  return { ...reading, badges: reading.badges.slice(0, 1) };
}

/** By what a file is opened. */
export function placeOf(file: Extract<FileToImport, { kind: 'path' }>): string | Buffer {
  return file.pathBytes ?? file.file;
}

/** A file inside an export of ours, but for how it is read. */
export function insideExport(
  file: FileToImport,
  name: string,
  sizeBytes: number,
): Omit<FileInArchive, 'read'> {
  return {
    kind: 'entry',
    file: importRowWords.inside(file.file, name),
    shown: importRowWords.inside(shownName(file), name),
    name: lastPart(name),
    path: [name],
    sizeBytes,
  };
}

export interface ReadSource {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * The files of what a person chose, in that order; a folder's in the order of their names. Hidden entries of folders
 * are passed over, links in folders are not followed. Nothing is opened yet. Stops early when aborted.
 */
export async function filesToImport(
  sources: readonly ImportSource[],
  signal: AbortSignal | undefined,
  { factsOf = factsInTurn, compareNames = compareCodeUnits }: FolderOptions = {},
): Promise<readonly FileToImport[]> {
  const files: FileToImport[] = [];
  const walk = { files, signal, factsOf, compareNames };
  for (const source of sources) {
    if (source.kind === 'bytes') {
      files.push({ kind: 'bytes', file: source.name, sizeBytes: source.bytes.length, bytes: source.bytes });
    } else await addLooked(await look(source.path, true, walk), 0, walk);
  }
  return atMost(files);
}

export interface FolderOptions {
  readonly factsOf?: FactsOf;
  /** The order of the names in a folder: the same on every machine, if not said. */
  readonly compareNames?: (a: string, b: string) => number;
}

/** For lists that a person looks at: 2 comes before 10. */
export function compareForPeople(a: string, b: string): number {
  return peopleOrder.compare(a, b) || compareCodeUnits(a, b);
}

const peopleOrder = new Intl.Collator(undefined, { numeric: true });

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Asks the system what lies at a path; a link is followed or not. */
export type FactsOf = (file: string | Buffer, follow: boolean) => Promise<Stats> | Stats;

const factsInTurn: FactsOf = (file, follow) => (follow ? fs.stat(file) : fs.lstat(file));

/** At once, for a process that has nothing else to do meanwhile. */
export const factsNow: FactsOf = (file, follow) => (follow ? statSync(file) : lstatSync(file));

/** As many as one import takes; the others are refused, each by its name. */
export function atMost(files: readonly FileToImport[]): readonly FileToImport[] {
  if (files.length <= limits.importFiles) return files;
  const kept = files.slice(0, limits.importFiles);
  return [
    ...kept,
    ...files.slice(limits.importFiles).map((file) => ({
      kind: 'refused' as const,
      file: file.file,
      shown: shownName(file),
      code: 'input/too-many-files' as const,
      facts: { limit: limits.importFiles },
    })),
  ];
}

/** What a row calls the file: never with a folder of this computer. */
export function shownName(file: FileToImport): string {
  return 'shown' in file && file.shown !== undefined ? file.shown : lastPart(file.file);
}

/** The name of the file itself: it decides nothing, but helps to tell what it was thought to be. */
export function ownName(file: FileToImport): string {
  return 'name' in file && file.name !== undefined ? file.name : lastPart(file.file);
}

/** Opens once, reads once, and hashes the very bytes that it answers. Rejects with a `CodedError`. */
export async function readSource(file: FileToImport, signal?: AbortSignal): Promise<ReadSource> {
  switch (file.kind) {
    case 'refused':
      throw new CodedError(file.code, file.facts);
    case 'entry': {
      const bytes = await file.read(signal);
      return { bytes, sha256: sha256Hex(bytes) };
    }
    case 'bytes':
      if (file.bytes.length > limits.imageFileBytes) {
        throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
      }
      return { bytes: file.bytes, sha256: sha256Hex(file.bytes) };
    case 'path':
      return await readRegularFile(placeOf(file), limits.imageFileBytes);
  }
}

interface Walk {
  readonly files: FileToImport[];
  readonly signal: AbortSignal | undefined;
  readonly factsOf: FactsOf;
  readonly compareNames: (a: string, b: string) => number;
}

function isOver({ files, signal }: Walk): boolean {
  return signal?.aborted === true || files.length > limits.importFiles;
}

/** What lies at a path, or the error of the system. */
type Looked =
  | { readonly place: string | Buffer; readonly facts: Stats }
  | { readonly place: string | Buffer; readonly error: unknown };

/** A link that a person chose is followed, one inside a folder is not. */
async function look(place: string | Buffer, chosen: boolean, { factsOf }: Walk): Promise<Looked> {
  try {
    return { place, facts: await factsOf(place, chosen) };
  } catch (error) {
    return { place, error };
  }
}

async function addLooked(looked: Looked, depth: number, walk: Walk): Promise<void> {
  const { place } = looked;
  const file = place.toString();
  if (isOver(walk)) return;
  try {
    if ('error' in looked) throw looked.error;
    const { facts } = looked;
    if (facts.isFile()) {
      const pathBytes = typeof place === 'string' ? {} : { pathBytes: place };
      walk.files.push({ kind: 'path', file, sizeBytes: facts.size, ...pathBytes });
    } else if (facts.isDirectory()) await addFolder(place, depth, walk);
    else walk.files.push({ kind: 'refused', file, code: 'input/not-a-file' });
  } catch (error) {
    const denied = systemCode(error) === 'EACCES' || systemCode(error) === 'EPERM';
    walk.files.push({ kind: 'refused', file, code: denied ? 'store/no-permission' : 'input/unreadable' });
  }
}

async function addFolder(folder: string | Buffer, depth: number, walk: Walk): Promise<void> {
  if (depth >= limits.folderDepth) {
    walk.files.push({ kind: 'refused', file: folder.toString(), code: 'input/folder-too-deep' });
    return;
  }
  const places = await placesIn(folder, walk.compareNames);
  for (let first = 0; first < places.length; first += limits.filesLookedAtOnce) {
    if (isOver(walk)) return;
    const group = places.slice(first, first + limits.filesLookedAtOnce);
    const looked = await Promise.all(group.map((place) => look(place, false, walk)));
    for (const one of looked) await addLooked(one, depth + 1, walk);
  }
}

/** What lies in a folder, but for what is hidden, in the order of the names. */
async function placesIn(
  folder: string | Buffer,
  compareNames: Walk['compareNames'],
): Promise<readonly (string | Buffer)[]> {
  const names = (await fs.readdir(folder)).filter((name) => !name.startsWith('.')).sort(compareNames);
  if (typeof folder === 'string' && !names.some((name) => name.includes('\ufffd')))
    return names.map((name) => path.join(folder, name));
  // Names that are no text say so only by a sign that may also be their own: they are read again as they are.
  const start =
    typeof folder === 'string'
      ? Buffer.from(path.join(folder, '_').slice(0, -1))
      : Buffer.concat([folder, Buffer.from(path.sep)]);
  const bytes = (await fs.readdir(folder, { encoding: 'buffer' })).filter((name) => name[0] !== dot);
  return bytes
    .map((name) => ({ text: name.toString(), place: Buffer.concat([start, name]) }))
    .sort((a, b) => compareNames(a.text, b.text))
    .map(({ place }) => (Buffer.from(place.toString()).equals(place) ? place.toString() : place));
}

const dot = 0x2e;
