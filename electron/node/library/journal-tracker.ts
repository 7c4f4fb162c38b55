import path from 'node:path';
import type { JournalRecord } from '../../../shared/library/operations.ts';
import { listFolder, readWhole, sha256Hex } from '../files.ts';
import type { FileFacts, FsPort } from '../fs-port.ts';
import { type JournalWriter, journalName, type Placed } from './journal.ts';
import { decodeJournal } from './journal-line.ts';
import type { Loaded } from './load.ts';
import type { JournalPart } from './snapshot.ts';

/** A record that another device wrote, and where it lies. */
export interface ArrivedRecord {
  readonly record: JournalRecord;
  readonly placed: Placed;
}

/** Which parts of all journals are in memory, while other devices may add to theirs. */
export interface JournalTracker {
  /**
   * The records that came since it was asked last. A journal that no longer begins as it did is read whole again: a
   * record that comes twice changes nothing. A line without its end waits until it is whole. Call it when nothing is
   * being written.
   */
  arrived(): Promise<readonly ArrivedRecord[]>;
  /** Exactly the parts that are in memory; null where that cannot be told. */
  parts(): Promise<readonly JournalPart[] | null>;
}

export interface JournalTrackerOptions {
  readonly fs: FsPort;
  readonly folder: string;
  readonly libraryId: string;
  readonly device: string;
  readonly writer: JournalWriter | null;
  readonly loaded: Pick<Loaded, 'journals' | 'torn' | 'unreadable'>;
}

export function createJournalTracker(options: JournalTrackerOptions): JournalTracker {
  const { fs, folder, libraryId, writer, loaded } = options;
  const own = journalName(options.device);
  const known = new Map<string, Known>();
  for (const part of loaded.journals) {
    const torn = loaded.torn.find(({ file }) => file === part.file)?.bytes ?? 0;
    known.set(part.file, { part, size: part.end + torn, modifiedMs: null });
  }
  /** Memory holds more than the journals say now: one was replaced or went. */
  let isUnclear = loaded.unreadable.length > 0;

  async function readJournal(
    name: string,
    size: number,
    modifiedMs: number,
  ): Promise<readonly ArrivedRecord[]> {
    const bytes = await readWhole(fs, path.join(folder, name));
    const before = known.get(name)?.part;
    const goesOn =
      before !== undefined &&
      name !== own &&
      bytes.length >= before.end &&
      sha256Hex(bytes.subarray(0, before.end)) === before.sha256;
    if (before !== undefined && !goesOn) isUnclear = true;
    const read = decodeJournal(bytes, libraryId, goesOn ? before.end : 0);
    const part = {
      file: name,
      end: read.end,
      sha256: sha256Hex(bytes.subarray(0, read.end)),
      badLines: [...(goesOn ? before.badLines : []), ...read.badLines],
    };
    known.set(name, { part, size, modifiedMs });
    return read.records.map(({ record, offset, length }) => ({
      record,
      placed: { file: name, offset, length },
    }));
  }

  /** This device's own journal changes with every append; only a change by somebody else counts. */
  function isAsKnown(name: string, { size, modifiedMs, identity }: FileFacts): boolean {
    const before = known.get(name);
    const appended = name === own ? (writer?.appended() ?? 'nothing') : 'nothing';
    if (appended === 'unclear') return false;
    if (appended !== 'nothing') return size === appended.end && identity === appended.identity;
    return size === before?.size && (before.modifiedMs === null || before.modifiedMs === modifiedMs);
  }

  async function newsOf(name: string): Promise<readonly ArrivedRecord[]> {
    const facts = await fs.lstat(path.join(folder, name));
    const { size, modifiedMs } = facts;
    if (!isAsKnown(name, facts)) return await readJournal(name, size, modifiedMs);
    const before = known.get(name);
    if (before !== undefined) known.set(name, { ...before, modifiedMs });
    return [];
  }

  return {
    arrived: async () => {
      const news: ArrivedRecord[] = [];
      const there = new Set<string>();
      for (const { name, isFile } of await listFolder(fs, folder)) {
        if (!isFile || !name.endsWith('.jsonl')) continue;
        there.add(name);
        // One that cannot be read now is looked at again the next time; what came in the others counts.
        news.push(...(await newsOf(name).catch(() => [])));
      }
      for (const name of known.keys()) if (!there.has(name) && name !== own) isUnclear = true;
      return news;
    },
    parts: async () => {
      if (isUnclear) return null;
      const appended = writer?.appended() ?? 'nothing';
      const others = [...known.values()].map(({ part }) => part);
      if (appended === 'nothing') return others;
      if (appended === 'unclear') return null;
      const before = known.get(own)?.part;
      const { start, end, sha256 } = appended;
      if ((before?.end ?? 0) !== start) return null;
      const bytes = await readWhole(fs, path.join(folder, own));
      const isOurs =
        (before === undefined || sha256Hex(bytes.subarray(0, start)) === before.sha256) &&
        sha256Hex(bytes.subarray(start, end)) === sha256;
      if (!isOurs) return null;
      const part = {
        file: own,
        end,
        sha256: sha256Hex(bytes.subarray(0, end)),
        badLines: before?.badLines ?? [],
      };
      return [...others.filter(({ file }) => file !== own), part];
    },
  };
}

interface Known {
  readonly part: JournalPart;
  readonly size: number;
  /** null: not looked at since it was read at the start. */
  readonly modifiedMs: number | null;
}
