import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FileToZip, storedZip } from '../../../shared/archive/stored-zip.ts';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';

async function written(files: Iterable<FileToZip>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of storedZip(files, crc32)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

const named = (count: number, load: (index: number) => Promise<Uint8Array>): readonly FileToZip[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.txt`, load: () => load(index) }));

describe('storedZip', () => {
  it('holds every file in its order, whichever is read first', async () => {
    const slowFirst = named(9, async (index) => {
      await new Promise((resolve) => setTimeout(resolve, (9 - index) * 2));
      return utf8Bytes(`file ${index}`);
    });
    const unpacked = unzipSync(await written(slowFirst));
    expect(Object.entries(unpacked).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual(
      Array.from({ length: 9 }, (_, index) => [`${index}.txt`, `file ${index}`]),
    );
  });

  it('an archive of nothing is one', async () => {
    expect(unzipSync(await written([]))).toEqual({});
  });

  it('reads a few files ahead of the one that is written, and no more', async () => {
    let asked = 0;
    const zip = storedZip(
      named(50, async () => {
        asked += 1;
        return utf8Bytes('x');
      }),
      crc32,
    );
    await zip.next();
    expect(asked).toBe(limits.zipFilesAhead + 1);
    await zip.next();
    await zip.next();
    expect(asked).toBe(limits.zipFilesAhead + 2);
    await zip.return(undefined);
    expect(asked).toBe(limits.zipFilesAhead + 2);
  });

  it('a file that cannot be read fails the archive when its turn comes, and is no unhandled failure before', async () => {
    const files = named(6, async (index) => {
      if (index === 2) throw new CodedError('store/io');
      return utf8Bytes('x');
    });
    const zip = storedZip(files, crc32);
    for (let piece = 0; piece < 4; piece++) expect((await zip.next()).done).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(zip.next()).rejects.toMatchObject({ code: 'store/io' });
  });
});
