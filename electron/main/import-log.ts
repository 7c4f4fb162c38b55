import path from 'node:path';
import { z } from 'zod';
import { errorCodes } from '../../shared/errors.ts';
import type { ImportRow, ImportSummary, KeptImport } from '../../shared/ipc/import-views.ts';
import { limits } from '../../shared/limits.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import { ensureFolder, readOptional, removeWhole, replaceFile } from '../node/files.ts';
import type { FsPort } from '../node/fs-port.ts';
import { storing } from '../node/store-error.ts';

/** What came of the last imports, kept across starts, so that a person can look at it again. */
export interface ImportLog {
  /** Keeps a summary. A disk that does not take it is no reason to fail an import. */
  add(summary: ImportSummary): Promise<void>;
  /** The import before so many later ones, 0 the last; null: none is kept. */
  get(back: number): Promise<KeptImport | null>;
  /** Knows of none any more, and the file is gone. */
  forget(): Promise<void>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

export interface ImportLogOptions {
  readonly fs: FsPort;
  readonly file: string;
  readonly clock: Clock;
}

export function createImportLog({ fs, file, clock }: ImportLogOptions): ImportLog {
  let kept: Promise<readonly Entry[]> | null = null;
  const entries = () => {
    kept ??= readEntries(fs, file);
    return kept;
  };

  async function addNow(
    { rows, cancelled }: ImportSummary,
    before: readonly Entry[],
  ): Promise<readonly Entry[]> {
    const at = new Date(clock.now()).toISOString();
    const now = withinLimits([{ at, cancelled, rows: rows.slice(0, limits.keptImportRows) }, ...before]);
    try {
      await ensureFolder(fs, path.dirname(file));
      await replaceFile(fs, file, new TextEncoder().encode(JSON.stringify({ format: 1, imports: now })));
    } catch {
      // It is told in the window now; only looking at it again after a restart is lost.
    }
    return now;
  }

  return {
    add: async (summary) => {
      if (summary.rows.length === 0) return;
      const before = entries();
      kept = before.then((known) => addNow(summary, known));
      await kept;
    },
    forget: async () => {
      const gone = entries().then(() => storing(() => removeWhole(fs, file)));
      kept = gone.then(
        () => [],
        () => [],
      );
      await gone;
    },
    settled: async () => {
      await kept;
    },
    get: async (back) => {
      const all = await entries();
      const found = all[back];
      return found === undefined ? null : { ...found, back, count: all.length };
    },
  };
}

interface Entry extends ImportSummary {
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** The newest few, and of those no more rows than one large import has. */
function withinLimits(entries: readonly Entry[]): readonly Entry[] {
  let rows = 0;
  return entries.slice(0, limits.keptImports).filter((entry) => {
    rows += entry.rows.length;
    return rows <= limits.keptImportRows;
  });
}

/** A file that is damaged, or of another version, holds nothing: it is written anew with the next import. */
async function readEntries(fs: FsPort, file: string): Promise<readonly Entry[]> {
  try {
    const bytes = await readOptional(fs, file);
    if (bytes === null) return [];
    return logSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).imports;
  } catch {
    return [];
  }
}

const text = z.string().max(limits.documentUrlCharacters);
const rowSchema = z.object({
  fileName: text,
  outcome: z.enum(['imported', 'edition', 'already', 'refused', 'cancelled']),
  badgeIds: z.array(z.string().max(80)).readonly(),
  found: text,
  notes: z.array(text).readonly(),
  failure: z.object({ code: z.enum(errorCodes), message: text, next: text }).nullable(),
  link: z.object({ url: text, host: text, agreed: z.array(text).readonly().exactOptional() }).exactOptional(),
}) satisfies z.ZodType<ImportRow>;

const logSchema = z.object({
  format: z.literal(1),
  imports: z.array(
    z.object({ at: z.string().max(40), cancelled: z.boolean(), rows: z.array(rowSchema).readonly() }),
  ),
});
