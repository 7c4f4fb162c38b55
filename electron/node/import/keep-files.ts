import type { Reading } from '../../../shared/badge/reading.ts';
import type { ImportRow } from '../../../shared/ipc/import-views.ts';
import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { badgeIdOf, factsOf } from '../../../shared/library/facts-of.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { isShown } from '../../../shared/library/presence.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { actionWords } from '../../../shared/text/library.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';
import { type Captured, capturedOf, isProper, storeDocuments } from '../library/captures.ts';
import type { Twins } from '../library/editions.ts';
import type { Draft, LibraryCore } from '../library/library-core.ts';
import type { ObjectStore } from '../library/object-store.ts';
import { type Added, keptRow } from './import-rows.ts';
import type { FetchedDocument, ReadSource } from './import-sources.ts';

/** A library that takes files in. */
export interface Importing {
  readonly core: LibraryCore;
  readonly originals: ObjectStore;
  readonly documents: ObjectStore;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly card: (id: string) => BadgeCard | null;
}

/** One import, however many times it writes: undo takes all of it back. */
export interface ImportAction {
  readonly id: string;
  /** Badges so far. */
  imported: number;
  readonly twins: Twins;
}

/** A file that was read, on its way into the library. */
export interface ReadFile extends ReadSource {
  readonly fileName: string;
  /** The name for its row. */
  readonly shown: string;
  readonly reading: Reading;
  /** What it came as, where it was fetched. */
  readonly document: FetchedDocument | null;
}

/** Stores the originals of several files, then writes their records in one go, and answers their rows. */
export async function keepFiles(
  library: Importing,
  action: ImportAction,
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
