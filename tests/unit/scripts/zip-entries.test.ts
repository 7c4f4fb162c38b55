import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forEachZipEntry } from '../../../scripts/lib/zip-entries.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function readAll(bytes: Uint8Array): Promise<Record<string, string>> {
  const file = path.join(folder, 'a.zip');
  writeFileSync(file, bytes);
  const found: Record<string, string> = {};
  await forEachZipEntry(file, async (entry: { name: string; isFolder: boolean; read(): Promise<Buffer> }) => {
    found[entry.name] = entry.isFolder ? 'folder' : (await entry.read()).toString();
  });
  return found;
}

describe('the ZIP of the packaged runtime', () => {
  it('gives packed and stored entries in order, folders too', async () => {
    const long = 'badge '.repeat(1_000);
    const zip = zipSync({
      'a/': new Uint8Array(),
      'a/packed.txt': [strToU8(long), { level: 6 }],
      'a/stored.txt': [strToU8('as it is'), { level: 0 }],
    });
    expect(await readAll(zip)).toEqual({ 'a/': 'folder', 'a/packed.txt': long, 'a/stored.txt': 'as it is' });
  });

  it('refuses a file that is no ZIP', async () => {
    await expect(readAll(strToU8('no archive at all, but long enough for its end'))).rejects.toThrow(
      /not a ZIP/,
    );
  });
});
