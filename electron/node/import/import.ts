import type { Reading } from '../../../shared/badge/reading.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { ImportRow } from '../../../shared/ipc/import-views.ts';
import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { badgeIdOf, factsOf } from '../../../shared/library/facts-of.ts';
import { isTakenIn } from '../../../shared/library/import-outcome.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { isShown } from '../../../shared/library/presence.ts';
import { limits } from '../../../shared/limits.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { actionWords } from '../../../shared/text/library.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import { createBatcher } from '../batcher.ts';
import { createBudget } from '../budget.ts';
import type { BadgeEngine } from '../engine.ts';
import { randomName } from '../files.ts';
import { type Captured, capturedOf, isProper, storeDocuments } from '../library/captures.ts';
import { createTwins, type Twins } from '../library/editions.ts';
import type {
  AddressSource,
  ImportedFile,
  ImportOptions,
  ImportResult,
  ImportSource,
} from '../library/library.ts';
import type { Draft, LibraryCore } from '../library/library-core.ts';
import type { ObjectStore } from '../library/object-store.ts';
import { offlineDocuments } from '../network/document-map.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { filesOfSources } from './fetch-sources.ts';
import { type Added, failedRow, keptRow } from './import-rows.ts';
import {
  atMost,
  countedOf,
  type FetchedDocument,
  type FileToImport,
  ownName,
  type ReadSource,
  readSource,
  shownName,
} from './import-sources.ts';
import { openArchives } from './open-archives.ts';

export interface Importing {
  readonly core: LibraryCore;
  readonly originals: ObjectStore;
  readonly documents: ObjectStore;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly card: (id: string) => BadgeCard | null;
}

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
  const keep = createBatcher(limits.importFilesAtOnce, (items: readonly ReadFile[]) =>
    keepAll(library, action, items),
  );
  const action = { id: randomName(), imported: 0, twins: createTwins(core.state) };
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

interface ReadFile extends ReadSource {
  readonly fileName: string;
  /** The name for its row. */
  readonly shown: string;
  readonly reading: Reading;
  /** What it came as, where it was fetched. */
  readonly document: FetchedDocument | null;
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

/** Stores the originals of several files, then writes their records in one go, and answers their rows. */
async function keepAll(
  library: Importing,
  action: { readonly id: string; imported: number; readonly twins: Twins },
  files: readonly ReadFile[],
): Promise<readonly ImportRow[]> {
  const { core, originals, clock } = library;
  const planned = await core.commit(async () => {
    const distinct = new Map(files.map((file) => [file.sha256, file]));
    const written = await originals.putAll(
      [...distinct.values()].map(({ sha256, bytes, reading }) => ({
        sha256,
        bytes,
        extension: extensionOf(reading.mediaType),
      })),
    );
    const addedAt = new Date(clock.now()).toISOString();
    const drafts: Draft[] = [];
    const added = new Map<string, Added>();
    const putBack = new Set<string>();
    for (const file of distinct.values()) {
      const changes = changesOf(core, file, addedAt);
      if (changes.length === 0) {
        if (written.has(file.sha256)) putBack.add(file.sha256);
        continue;
      }
      action.imported += changes.length;
      const label = actionWords.addBadges(
        action.imported,
        displayName(file.reading.badges[0]?.badge.name ?? ''),
      );
      added.set(file.sha256, {
        cameBack: changes.some(({ badge }) => core.state.badges.has(badge)),
        twins: new Map(
          changes.map(({ badge, facts }) => [badge, action.twins.takeIn(badge, facts.sameBadgeKey)]),
        ),
      });
      drafts.push({ action: { kind: 'do', id: action.id, label }, changes });
    }
    const captured = await keepDocuments(library.documents, files);
    const captures = captured.length === 0 ? [] : [{ action: null, changes: captured }];
    return { records: [...captures, ...drafts], value: { added, putBack } };
  });
  const told = new Set<string>();
  return await Promise.all(
    files.map((file) => {
      const isFirst = !told.has(file.sha256);
      told.add(file.sha256);
      const added = isFirst ? planned.added.get(file.sha256) : undefined;
      return keptRow(library, file, added, isFirst && planned.putBack.has(file.sha256));
    }),
  );
}

/** What was fetched is kept as a document of its address too: later checks find it there. */
async function keepDocuments(store: ObjectStore, files: readonly ReadFile[]): Promise<readonly Captured[]> {
  const documents = files.flatMap(({ document }) =>
    document !== null && isProper(document) ? document : [],
  );
  await storeDocuments(store, documents);
  return documents.map(capturedOf);
}

type BadgeAdded = Extract<Change, { kind: 'badge.added' }>;

/** A record for each badge of the file that is not here now. */
function changesOf(core: LibraryCore, file: ReadFile, addedAt: string): readonly BadgeAdded[] {
  return file.reading.badges
    .map((_, index): BadgeAdded => {
      const facts = factsOf(file.reading, index, { fileName: file.fileName, sizeBytes: file.bytes.length });
      return { kind: 'badge.added', badge: badgeIdOf(file.sha256, index), addedAt, facts };
    })
    .filter(({ badge }) => {
      const entry = core.state.badges.get(badge);
      return entry === undefined || !isShown(entry);
    });
}

/** Helps people who look into the folder; nothing else depends on it. */
function extensionOf(mediaType: string): string {
  switch (mediaType) {
    case 'image/png':
      return 'png';
    case 'image/svg+xml':
      return 'svg';
    case 'image/jpeg':
      return 'jpg';
    case 'application/pdf':
      return 'pdf';
    case 'text/html':
      return 'html';
    case 'multipart/related':
      return 'mhtml';
    case 'application/json':
    case 'application/ld+json':
      return 'json';
    case 'text/plain':
      return 'txt';
    default:
      return 'bin';
  }
}
