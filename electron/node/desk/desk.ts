import { type DeskRow, deskBadgeOf } from '../../../shared/desk/desk-row.ts';
import { expectedMatch, type NamedPeople, peopleNamedIn } from '../../../shared/desk/person.ts';
import { CodedError, codeOf, type ErrorCode } from '../../../shared/errors.ts';
import { lastPart } from '../../../shared/last-part.ts';
import { limits } from '../../../shared/limits.ts';
import type { Clock, CryptoPort, DocumentPort } from '../../../shared/verify/ports.ts';
import type { Report } from '../../../shared/verify/report.ts';
import type { BadgeEngine } from '../engine.ts';
import { failureOf } from '../failure.ts';
import {
  atMost,
  compareForPeople,
  countedOf,
  type FileToImport,
  filesToImport,
  readSource,
} from '../import/import-sources.ts';
import { openArchives } from '../import/open-archives.ts';
import type { ImportSource } from '../library/library.ts';
import { firstOf } from '../network/document-map.ts';
import type { Knowledge } from '../trust/knowledge.ts';
import type { OpenedRow } from './desk-details.ts';
import { type Judging, lookAt } from './look-at.ts';
import { createSessionDocuments } from './session-documents.ts';
import { shownPaths } from './shown-paths.ts';

/**
 * A place to check badges that are not one's own. It writes nothing: rows, reports and bytes that lie on no disk are in
 * memory until `clear`, files are opened again when their details are wanted.
 */
export interface Desk {
  /** Looks at files, asking no network. Never rejects for a bad file: that is a row. */
  check(sources: readonly DeskSource[], options?: DeskOptions): Promise<{ readonly cancelled: boolean }>;
  /** Checks these rows again and asks the network through this port. Rows that are none of the desk's are passed over. */
  checkOnline(ids: readonly string[], documents: DocumentPort, options?: DeskOptions): Promise<void>;
  /** Judges these rows again by what is known now: an issuer became known. */
  checkAgain(ids: readonly string[], options?: DeskOptions): Promise<void>;
  /** Whom to compare the recipients with, by an address or a name; empty: nobody. Answers the rows that changed. */
  expect(person: string): readonly DeskRow[];
  /** Whom the recipients are compared with; empty: nobody. */
  expected(): string;
  /** In the order in which the files were given. */
  rows(): readonly DeskRow[];
  /** The report of a row with a badge; null: there is none. */
  report(id: string): Report | null;
  /** Opens the file of a row again. `input/changed` where it is not the one that was checked. */
  open(id: string): Promise<OpenedRow>;
  /** What an import takes to keep the files of these rows, each once; of one that is gone, its name and why. */
  sources(ids: readonly string[]): Promise<readonly DeskSource[]>;
  clear(): void;
}

/** What is laid on the desk: a file, a folder, or the name of what could not even be taken from a drop, and why. */
export type DeskSource =
  | ImportSource
  | { readonly kind: 'refused'; readonly name: string; readonly code: ErrorCode };

export interface DeskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number | null }) => void;
  /** New rows, or rows that look different now. */
  readonly onRows?: (rows: readonly DeskRow[]) => void;
}

export interface DeskParts {
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly digest: CryptoPort['digest'];
  readonly knowledge: () => Promise<Knowledge>;
}

export function createDesk(parts: DeskParts): Desk {
  const { engine, clock, digest } = parts;
  let files: readonly PlacedFile[] = [];
  let entries = new Map<string, Entry>();
  let person = '';
  let session = createSessionDocuments();

  async function knowledge(): Promise<Knowledge> {
    const known = await parts.knowledge();
    return { ...known, captured: firstOf(session.port, known.captured) };
  }

  async function judging(online: DocumentPort | null, signal: AbortSignal | undefined): Promise<Judging> {
    const port = online === null ? null : session.remembering(online);
    return { engine, online: port, nowMs: clock.now(), knowledge: await knowledge(), signal };
  }

  /** null: the desk was cleared meanwhile, and holds nothing of it. */
  async function place(
    file: PlacedFile,
    by: Judging,
    known: ReadonlyMap<string, Entry>,
  ): Promise<readonly DeskRow[] | null> {
    const base = `f${file.place}`;
    let sha256: string | null = null;
    try {
      const seen = await lookAt(file.file, by, (hash) => {
        sha256 = hash;
      });
      if (entries !== known) return null;
      return seen.badges.map((badge, index) => {
        const named = peopleNamedIn(badge.found.badge);
        const expected = expectedMatch(named, person, digest);
        const shown = [file.shown, ...badge.found.path].join(' › ');
        const row: DeskRow = {
          id: `${base}.${index}`,
          file: shown,
          sha256,
          failure: null,
          badge: deskBadgeOf({ ...badge, expected, nowMs: by.nowMs }),
        };
        if (index === 0) forget(file);
        entries.set(row.id, { row, file, index, report: badge.report, named });
        return row;
      });
    } catch (error) {
      if (entries !== known) return null;
      if (by.signal?.aborted === true) return [];
      forget(file);
      const row: DeskRow = { id: base, file: file.shown, sha256, failure: failureOf(error), badge: null };
      entries.set(row.id, { row, file, index: 0, report: null, named: null });
      return [row];
    }
  }

  /** A file may hold other badges than when it was looked at before. */
  function forget(file: PlacedFile): void {
    const base = `f${file.place}`;
    entries.delete(base);
    for (let index = 0; entries.delete(`${base}.${index}`); index += 1);
  }

  /** So many files at a time as an import takes; the rows of one file come together. */
  async function placeAll(
    chosen: readonly PlacedFile[],
    online: DocumentPort | null,
    options: DeskOptions,
    known = entries,
  ): Promise<void> {
    const by = await judging(online, options.signal);
    let next = 0;
    let done = 0;
    if (chosen.length > 0) options.onProgress?.({ done, total: chosen.length });
    const work = async (): Promise<void> => {
      for (let file = chosen[next++]; file !== undefined; file = chosen[next++]) {
        if (options.signal?.aborted === true || entries !== known) return;
        const rows = await place(file, by, known);
        if (rows === null) return;
        options.onRows?.(rows);
        options.onProgress?.({ done: ++done, total: chosen.length });
      }
    };
    await Promise.all(Array.from({ length: limits.deskFilesAtOnce }, work));
  }

  function filesOf(ids: readonly string[]): readonly PlacedFile[] {
    return [...new Set(ids.flatMap((id) => entries.get(id)?.file ?? []))];
  }

  return {
    check: async (sources, options = {}) => {
      const known = entries;
      options.onProgress?.({ done: 0, total: null });
      const given = sources.filter((source) => source.kind !== 'refused');
      const inOrder = await filesToImport(given, options.signal, { compareNames: compareForPeople });
      const readable = await openArchives(inOrder, engine, options.signal);
      const found = [...readable, ...sources.flatMap(refusedFile)];
      const shown = shownPaths(given, found);
      if (entries !== known) return { cancelled: true };
      const start = files.length;
      const added = atMost(found).map((file, index) => ({
        place: start + index,
        file,
        shown: shown[index] ?? '',
      }));
      files = [...files, ...added];
      await placeAll(added, null, options, known);
      return { cancelled: options.signal?.aborted === true };
    },
    checkOnline: (ids, documents, options = {}) => placeAll(filesOf(ids), documents, options),
    checkAgain: (ids, options = {}) => placeAll(filesOf(ids), null, options),
    expect: (wanted) => {
      person = wanted.trim();
      const changed: DeskRow[] = [];
      for (const [id, entry] of entries) {
        const { badge } = entry.row;
        if (badge === null || entry.named === null) continue;
        const expected = expectedMatch(entry.named, person, digest);
        if (expected === badge.expected) continue;
        const row = { ...entry.row, badge: { ...badge, expected } };
        entries.set(id, { ...entry, row });
        changed.push(row);
      }
      return changed;
    },
    expected: () => person,
    rows: () => [...entries.values()].sort(inOrder).map(({ row }) => row),
    report: (id) => entries.get(id)?.report ?? null,
    open: async (id) => {
      const entry = entries.get(id);
      if (entry === undefined || entry.report === null) throw new CodedError('store/not-found');
      const { file } = entry.file;
      const { bytes, sha256 } = await readSource(file);
      if (sha256 !== entry.row.sha256) throw new CodedError('input/changed');
      const fileName = file.kind === 'entry' ? file.name : lastPart(file.file);
      const reading = countedOf(file, await engine.read(bytes, fileName));
      const found = reading.badges[entry.index];
      if (found === undefined) throw new CodedError('input/changed');
      const completion = await engine.complete(found.badge, (await knowledge()).captured);
      const { report, index } = entry;
      return { id, report, bytes, sha256, fileName, reading, index, completion };
    },
    sources: async (ids) => {
      const kept: DeskSource[] = [];
      for (const { file, shown } of filesOf(ids)) {
        if (file.kind === 'refused') continue;
        kept.push(
          await sourceOf(file).catch((error) => ({ kind: 'refused', name: shown, code: codeOf(error) })),
        );
      }
      return kept;
    },
    clear: () => {
      files = [];
      entries = new Map();
      person = '';
      // What is still on its way comes to the old one, which nobody asks any more.
      session = createSessionDocuments();
    },
  };
}

/** Rejects with a `CodedError` for what lies in an archive, or under a name that is no text, and cannot be read now. */
async function sourceOf(file: Exclude<FileToImport, { kind: 'refused' }>): Promise<ImportSource> {
  if (file.kind === 'path' && file.pathBytes === undefined) return { kind: 'path', path: file.file };
  const name = file.kind === 'entry' ? file.name : file.kind === 'path' ? lastPart(file.file) : file.file;
  return { kind: 'bytes', name, bytes: file.kind === 'bytes' ? file.bytes : (await readSource(file)).bytes };
}

interface PlacedFile {
  readonly place: number;
  readonly file: FileToImport;
  readonly shown: string;
}

interface Entry {
  readonly row: DeskRow;
  readonly file: PlacedFile;
  readonly index: number;
  readonly report: Report | null;
  readonly named: NamedPeople | null;
}

function inOrder(a: Entry, b: Entry): number {
  return a.file.place - b.file.place || a.index - b.index;
}

/** Whatever a page or a system calls a name, only its last part is one. */
function refusedFile(source: DeskSource): FileToImport[] {
  if (source.kind !== 'refused') return [];
  return [{ kind: 'refused', file: lastPart(source.name), code: source.code }];
}
