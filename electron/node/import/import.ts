import { CodedError } from '../../../shared/errors.ts';
import type { ImportRow } from '../../../shared/ipc/import-views.ts';
import { isTakenIn } from '../../../shared/library/import-outcome.ts';
import { limits } from '../../../shared/limits.ts';
import { createBatcher } from '../batcher.ts';
import { createBudget } from '../budget.ts';
import { randomName } from '../files.ts';
import { createTwins } from '../library/editions.ts';
import type {
  AddressSource,
  ImportedFile,
  ImportOptions,
  ImportResult,
  ImportSource,
} from '../library/library.ts';
import { offlineDocuments } from '../network/document-map.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { filesOfSources } from './fetch-sources.ts';
import { failedRow } from './import-rows.ts';
import { atMost, countedOf, type FileToImport, ownName, readSource, shownName } from './import-sources.ts';
import { type ImportAction, type Importing, keepFiles, type ReadFile } from './keep-files.ts';
import { openArchives } from './open-archives.ts';

/**
 * Takes files in. Each is opened once and read once; the bytes that were hashed are those that are parsed and those
 * that are kept. Its original is on disk, then its record is, and only then it is told as imported. Files that wait at
 * the same time share one wait for the disk.
 */
export async function importFiles(
  library: Importing,
  sources: readonly (ImportSource | AddressSource)[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { signal, onProgress, onFile } = options;
  const { core } = library;
  if (core.readOnly) throw new CodedError('store/read-only');
  onProgress?.({ done: 0, total: null, imported: 0, finished: false });
  const files = atMost(await openArchives(await fetched(library, sources, options), library.engine, signal));
  const action: ImportAction = { id: randomName(), imported: 0, twins: createTwins(core.state) };
  const keep = createBatcher(limits.importFilesAtOnce, (items: readonly ReadFile[]) =>
    keepFiles(library, action, items),
  );
  const memory = createBudget(limits.importBytesAtOnce);
  const results: ImportedFile[] = [];
  let done = 0;
  let imported = 0;
  let next = 0;

  async function importNext(): Promise<void> {
    for (let index = next++; index < files.length; index = next++) {
      // The index is below the length.
      const file = files[index] as FileToImport;
      const giveBack = await memory.take(file.kind === 'refused' ? 0 : file.sizeBytes);
      try {
        const { sha256, row } = await importOne(library, file, keep, signal);
        const result = { index, file: file.file, sha256, row };
        results[index] = result;
        done += 1;
        if (isTakenIn(row)) imported += 1;
        onFile?.(result);
        onProgress?.({
          done,
          total: files.length,
          imported,
          finished: false,
        });
      } finally {
        giveBack();
      }
    }
  }

  onProgress?.({ done: 0, total: files.length, imported: 0, finished: false });
  await Promise.all(Array.from({ length: limits.importFilesAtOnce }, importNext));
  onProgress?.({ done: files.length, total: files.length, imported, finished: true });
  return { files: results, cancelled: signal?.aborted === true };
}

/** The files of the sources, what lies at addresses fetched. */
async function fetched(
  { engine }: Importing,
  sources: readonly (ImportSource | AddressSource)[],
  { documents = offlineDocuments, mayAsk, signal }: ImportOptions,
): Promise<readonly FileToImport[]> {
  const own = new Set(sources.flatMap((source) => (source.kind === 'address' ? hostOf(source.url) : [])));
  return await filesOfSources(sources, {
    documents,
    engine,
    mayAsk: mayAsk ?? ((host) => own.has(host)),
    signal,
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

type Keep = (file: ReadFile) => Promise<ImportRow>;

async function importOne(
  { engine }: Importing,
  file: FileToImport,
  keep: Keep,
  signal: AbortSignal | undefined,
): Promise<{ readonly sha256: string | null; readonly row: ImportRow }> {
  const fileName = ownName(file);
  const shown = shownName(file);
  let sha256: string | null = null;
  try {
    stopWhenCancelled(signal);
    const source = await readSource(file, signal);
    sha256 = source.sha256;
    const read = countedOf(file, await engine.read(source.bytes, fileName, signal));
    const onTheWay = file.kind === 'entry' ? (file.notes ?? []) : [];
    const reading = { ...read, notes: [...onTheWay, ...read.notes] };
    if (reading.badges.length === 0) throw new CodedError('badge/not-a-badge');
    const document = file.kind === 'bytes' ? (file.document ?? null) : null;
    return { sha256, row: await keep({ ...source, fileName, shown, reading, document }) };
  } catch (error) {
    return { sha256, row: failedRow(shown, error) };
  }
}
