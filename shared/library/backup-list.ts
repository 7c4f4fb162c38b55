import { z } from 'zod';
import { parseJsonBytes } from '../badge/json-text.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';

/** What a backup says of itself. */
export interface BackupFacts {
  /** Id of the library. */
  readonly library: string;
  /** RFC 3339, UTC: the date of the newest record in it; null: there is none. */
  readonly asOf: string | null;
  /** Badges that were in the library. */
  readonly badges: number;
}

/** A file in a backup, with the hash of its contents. */
export interface BackupFile {
  /** Its place in the library, with `/` between folders. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface BackupList extends BackupFacts {
  readonly files: readonly BackupFile[];
}

/** Where the list lies in a backup. */
export const backupListName = 'manifest.jsonl';

/** The words for people who open a backup without the program. */
export const backupReadme = 'README.txt';

/** The folders of a library that hold immutable files by their hash. */
export const objectFolders = ['badges', 'documents', 'evidence'] as const;

/** A place in a library that may come out of a backup: everything else in one is refused. */
export function isBackupName(name: string): boolean {
  if (name === 'library.json' || name === backupReadme || journalPattern.test(name)) return true;
  const [, shelf = '', sha256 = ''] = objectPattern.exec(name) ?? [];
  return sha256 !== '' && sha256.startsWith(shelf);
}

/** A journal's name as it may stand in a backup on any system. */
export const journalPattern = /^journal\/[0-9A-Za-z][0-9A-Za-z ._()-]{0,150}\.jsonl$/;

const objectPattern = /^(?:badges|documents|evidence)\/([0-9a-f]{2})\/([0-9a-f]{64})\.[a-z]{1,8}$/;

/** The list as text: one line of facts, then one for each file. */
export function backupListText({ files, ...facts }: BackupList): string {
  const head = { format: formatName, version: formatVersion, ...facts, files: files.length };
  return [head, ...files].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/**
 * The list out of its bytes. Every line must be what this version writes and nothing else.
 *
 * @throws CodedError `backup/damaged`, `backup/newer-format`
 */
export function readBackupList(bytes: Uint8Array): BackupList {
  const lines = linesOf(bytes);
  const [first, ...rest] = lines;
  const head = first === undefined ? undefined : lineValue(first);
  const named = versionSchema.safeParse(head);
  if (!named.success) throw new CodedError('backup/damaged');
  if (named.data.version > formatVersion) {
    throw new CodedError('backup/newer-format', { format: named.data.version });
  }
  const facts = headSchema.safeParse(head);
  if (!facts.success || facts.data.files !== rest.length) throw new CodedError('backup/damaged');
  const files = rest.map((line) => {
    const file = fileSchema.safeParse(lineValue(line));
    if (!file.success || !isBackupName(file.data.name)) throw new CodedError('backup/damaged');
    return file.data;
  });
  // Two names that some systems take for one would overwrite each other there.
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  if (names.size !== files.length || !names.has('library.json')) throw new CodedError('backup/damaged');
  const { library, asOf, badges } = facts.data;
  return { library, asOf, badges, files };
}

const formatName = 'badge-backpack-backup';
const formatVersion = 1;
const count = z.number().int().min(0);

const versionSchema = z.looseObject({ format: z.literal(formatName), version: z.number().int().min(1) });
const headSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  library: z.string().regex(/^[0-9a-f-]{36}$/),
  asOf: z.iso.datetime().nullable(),
  badges: count,
  files: count.max(limits.backupEntries),
});
const fileSchema = z.strictObject({
  name: z.string().max(300),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count.max(limits.backupEntryBytes),
});

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  if (from !== bytes.length) throw new CodedError('backup/damaged');
  return lines;
}

/** A member called `__proto__`, a doubled one and text that is no JSON are damage here. */
function lineValue(line: Uint8Array): unknown {
  if (line.length > limits.backupLineBytes) throw new CodedError('backup/damaged');
  try {
    return parseJsonBytes(line).value;
  } catch (error) {
    throw new CodedError('backup/damaged', {}, { cause: error });
  }
}

const lineFeed = 0x0a;
