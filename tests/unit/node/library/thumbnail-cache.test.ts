import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createThumbnailCache, isWholeWebp } from '../../../../electron/node/library/thumbnail-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'thumbnails-')), 'made later');
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

const id = 'ab'.repeat(32);

/** The header of a WebP and as many bytes as it says. */
function webp(length = 20): Uint8Array {
  const bytes = Buffer.alloc(length);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(length - 8, 4);
  bytes.write('WEBP', 8, 'latin1');
  return new Uint8Array(bytes);
}

it('what was drawn, and what must not be tried again, is known in the next run', async () => {
  await createThumbnailCache(folder, 10).write(id, { kind: 'drawn', bytes: webp() });
  await createThumbnailCache(folder, 10).write(`${id}.1`, { kind: 'deadly' });
  await createThumbnailCache(folder, 10).write(`${id}.2`, { kind: 'impossible' });
  const later = createThumbnailCache(folder, 10);
  expect(await later.read(id)).toEqual({ kind: 'drawn', bytes: webp() });
  expect(await later.read(`${id}.1`)).toEqual({ kind: 'deadly' });
  expect(await later.read(`${id}.2`)).toEqual({ kind: 'impossible' });
  expect(await later.read(`${id}.3`)).toBeNull();
});

it('a torn file, an empty one and a strange one are none', async () => {
  const cache = createThumbnailCache(folder, 10);
  await cache.write(id, { kind: 'drawn', bytes: webp() });
  await truncate(path.join(folder, id), 19);
  expect(await cache.read(id)).toBeNull();
  for (const text of ['', 'deadl', 'deadly!', '<svg xmlns="http://www.w3.org/2000/svg"/>']) {
    await writeFile(path.join(folder, id), text);
    expect([text, await cache.read(id)]).toEqual([text, null]);
  }
});

it('a folder that is gone, or cannot be made, only means that nothing is kept', async () => {
  const cache = createThumbnailCache(folder, 10);
  await cache.write(id, { kind: 'deadly' });
  await rm(folder, { recursive: true });
  await cache.write(id, { kind: 'deadly' });
  expect(await cache.read(id)).toBeNull();
  await writeFile(folder, 'a file where the folder should be');
  const blocked = createThumbnailCache(folder, 10);
  await blocked.write(id, { kind: 'deadly' });
  expect(await blocked.read(id)).toBeNull();
});

it('N16 after everything was deleted nothing is kept until the cache begins anew, and then everything is', async () => {
  const cache = createThumbnailCache(folder, 10);
  await cache.write(id, { kind: 'impossible' });
  await rm(folder, { recursive: true });
  await cache.write(id, { kind: 'impossible' });
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  cache.forget();
  await cache.write(id, { kind: 'impossible' });
  expect(await cache.read(id)).toEqual({ kind: 'impossible' });
});

it('more than the most is thrown away once in a run', async () => {
  const first = createThumbnailCache(folder, 3);
  for (let number = 0; number < 6; number += 1) await first.write(`${id}.${number}`, { kind: 'impossible' });
  expect(await readdir(folder)).toHaveLength(6);
  await createThumbnailCache(folder, 3).write(`${id}.9`, { kind: 'impossible' });
  expect(await readdir(folder)).toHaveLength(4);
});

it('only a whole WebP is one', () => {
  expect(isWholeWebp(webp())).toBe(true);
  expect(isWholeWebp(webp().subarray(0, 19))).toBe(false);
  expect(isWholeWebp(new Uint8Array([...webp(), 0]))).toBe(false);
  expect(isWholeWebp(new TextEncoder().encode('RIFF....WAVE'))).toBe(false);
  expect(isWholeWebp(new Uint8Array())).toBe(false);
});
