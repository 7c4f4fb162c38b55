import { DistinctDocuments } from '../../../shared/badge/distinct-documents.ts';
import type { Badge } from '../../../shared/badge/model.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import type { BadgeEngine } from '../engine.ts';
import type { ArchiveBytes } from './archive-bytes.ts';
import { type FileInArchive, type FileToImport, ownName, shownName } from './import-sources.ts';

/**
 * An export as data as a file beside those in it, so that its holder's signature is judged too. It counts for itself alone
 * where each credential that it shows is one of its files; otherwise everything in it is listed, and that is noted. null:
 * nothing is there beside the files, since nobody signed it, whatever it calls a proof.
 */
export async function presentedContainer(
  file: FileToImport,
  bytes: ArchiveBytes,
  files: readonly FileInArchive[],
  engine: Pick<BadgeEngine, 'read'>,
  signal: AbortSignal | undefined,
): Promise<FileInArchive | null> {
  const name = ownName(file);
  const read = async (): Promise<Uint8Array> => {
    if (bytes.sizeBytes > limits.imageFileBytes) {
      throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
    }
    const [whole] = await bytes.read([{ offset: 0, length: bytes.sizeBytes }]);
    return whole ?? new Uint8Array();
  };
  const sizeBytes = bytes.sizeBytes * 2;
  const entry = {
    kind: 'entry',
    file: file.file,
    shown: shownName(file),
    name,
    path: [],
    sizeBytes,
    read,
  } as const;
  const shown = await badgesIn(read, name, engine, signal);
  // One that cannot be read says why in its own row.
  if (shown === null) return entry;
  const isContainer = shown[0]?.object === 'container';
  const inner = isContainer ? shown.slice(1) : shown;
  const among = new DistinctDocuments();
  for (const one of files) {
    for (const { source } of (await badgesIn(one.read, one.name, engine, signal)) ?? []) among.add(source);
  }
  const areFiles = inner.every(({ source }) => !among.add(source));
  if (!areFiles) return { ...entry, notes: [{ code: 'read.not-among-files', facts: {} }] };
  return isContainer ? { ...entry, isContainerAlone: true } : null;
}

async function badgesIn(
  read: FileInArchive['read'],
  name: string,
  engine: Pick<BadgeEngine, 'read'>,
  signal: AbortSignal | undefined,
): Promise<readonly Badge[] | null> {
  try {
    return (await engine.read(await read(signal), name, signal)).badges.map(({ badge }) => badge);
  } catch (error) {
    if (error instanceof CodedError && error.code !== 'internal/bug') return null;
    throw error;
  }
}
