import path from 'node:path';
import type { JournalRecord } from '../../../shared/library/operations.ts';
import { listFolder, readWhole } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { storing } from '../store-error.ts';
import { decodeLine, lineFeed } from './journal-line.ts';

/**
 * The records of all journals that name a text, such as a badge's id. Only the lines that hold it are read as records,
 * so that it costs some milliseconds where the journals have megabytes. A journal that cannot be read tells nothing.
 */
export function recordsAbout(
  fs: FsPort,
  journalFolder: string,
  libraryId: string,
  text: string,
): Promise<readonly JournalRecord[]> {
  return storing(async () => {
    const found: JournalRecord[] = [];
    for (const { name, isFile } of await listFolder(fs, journalFolder)) {
      if (!isFile || !name.endsWith('.jsonl')) continue;
      const bytes = await readWhole(fs, path.join(journalFolder, name)).catch(() => new Uint8Array());
      for (const line of linesWith(bytes, text)) {
        const record = decodeLine(line);
        if (record?.library === libraryId) found.push(record);
      }
    }
    return found;
  });
}

function* linesWith(bytes: Uint8Array, text: string): Generator<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(text); at >= 0; ) {
    const from = buffer.lastIndexOf(lineFeed, at) + 1;
    const to = buffer.indexOf(lineFeed, at);
    // Without an end it is a line that was never finished.
    if (to < 0) return;
    yield bytes.subarray(from, to);
    at = buffer.indexOf(text, to);
  }
}
