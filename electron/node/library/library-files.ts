import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../../shared/errors.ts';
import { ensureFolder, listFolder, randomName, readOptional, readWhole, replaceFile } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { storing } from '../store-error.ts';
import { decodeLine, lineFeed } from './journal-line.ts';

/** Where everything of a library lies. */
export interface LibraryPaths {
  readonly dir: string;
  readonly identity: string;
  readonly badges: string;
  readonly documents: string;
  /** Files that the person added to badges. */
  readonly evidence: string;
  readonly journal: string;
  readonly locks: string;
  readonly temporary: string;
  readonly quarantine: string;
}

export function libraryPaths(dir: string): LibraryPaths {
  return {
    dir,
    identity: path.join(dir, 'library.json'),
    badges: path.join(dir, 'badges'),
    documents: path.join(dir, 'documents'),
    evidence: path.join(dir, 'evidence'),
    journal: path.join(dir, 'journal'),
    locks: path.join(dir, '.locks'),
    temporary: path.join(dir, '.tmp'),
    quarantine: path.join(dir, 'quarantine'),
  };
}

/** The id of the library in a folder; null: none that can be read. `store/newer-format` for one of a later version. */
export function readLibraryId(fs: FsPort, paths: LibraryPaths): Promise<string | null> {
  return storing(async () => {
    const bytes = await readOptional(fs, paths.identity);
    if (bytes === null) return null;
    const parsed = parse(bytes);
    if (parsed === null) return null;
    if (parsed.format > libraryFormat) throw new CodedError('store/newer-format', { format: parsed.format });
    return parsed.id;
  });
}

/** The id that the journals name, for a folder whose own file of it is lost; null: there are none. */
export function libraryIdOfJournals(fs: FsPort, paths: LibraryPaths): Promise<string | null> {
  return storing(async () => {
    for (const { name, isFile } of await listFolder(fs, paths.journal)) {
      if (!isFile || !name.endsWith('.jsonl')) continue;
      const bytes = await readWhole(fs, path.join(paths.journal, name));
      for (
        let from = 0, to = bytes.indexOf(lineFeed);
        to >= 0;
        from = to + 1, to = bytes.indexOf(lineFeed, from)
      ) {
        const record = decodeLine(bytes.subarray(from, to));
        if (record !== null) return record.library;
      }
    }
    return null;
  });
}

/**
 * Makes a library of a folder, or writes the id of one again that lost it; a damaged file of it is set aside. Answers
 * the id. Call it with the lock held.
 */
export function createLibraryFiles(fs: FsPort, paths: LibraryPaths): Promise<string> {
  return storing(async () => {
    const id = (await libraryIdOfJournals(fs, paths)) ?? randomUUID();
    if ((await readOptional(fs, paths.identity)) !== null) {
      await ensureFolder(fs, paths.quarantine);
      await fs.rename(paths.identity, path.join(paths.quarantine, `library.json.${randomName()}`));
    }
    await ensureFolder(fs, paths.badges);
    await ensureFolder(fs, paths.documents);
    await ensureFolder(fs, paths.journal);
    await replaceFile(fs, paths.identity, libraryIdentity(id));
    return id;
  });
}

/**
 * This device's name in the library: random, kept in the cache. A lost cache gives a new name and a new journal,
 * nothing more. Without a cache that can be written, the name lives as long as the process.
 */
export async function deviceName(fs: FsPort, cacheDir: string, libraryId: string): Promise<string> {
  const file = path.join(cacheDir, `${libraryId}.device`);
  try {
    const known = new TextDecoder().decode((await readOptional(fs, file)) ?? new Uint8Array());
    if (/^[0-9a-f]{20}$/.test(known)) return known;
    const made = randomName();
    await ensureFolder(fs, cacheDir);
    await replaceFile(fs, file, new TextEncoder().encode(made));
    return made;
  } catch {
    return randomName();
  }
}

/** The contents of `library.json`. */
export function libraryIdentity(id: string): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ format: libraryFormat, id })}\n`);
}

const libraryFormat = 1;

const identitySchema = z.object({ format: z.number().int().min(1), id: z.string().regex(/^[0-9a-f-]{36}$/) });

function parse(bytes: Uint8Array): z.infer<typeof identitySchema> | null {
  try {
    return identitySchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
