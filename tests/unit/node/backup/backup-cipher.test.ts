import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BackupBytes } from '../../../../electron/node/backup/backup-bytes.ts';
import {
  createSealer,
  isSealed,
  openSealed,
  pieceBytes,
} from '../../../../electron/node/backup/backup-cipher.ts';
import { codeOf } from '../../../../shared/errors.ts';

const passphrase = 'four wörds of one’s own';
const contents = new Uint8Array(randomBytes(pieceBytes * 2 + 1_000));
let sealed: Uint8Array;

async function seal(bytes: Uint8Array): Promise<Uint8Array> {
  const sealer = await createSealer(passphrase);
  const parts: Uint8Array[] = [sealer.header];
  for (let at = 0; at === 0 || at < bytes.length; at += pieceBytes) {
    parts.push(sealer.seal(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length));
  }
  return new Uint8Array(Buffer.concat(parts));
}

function bytesOf(bytes: Uint8Array): BackupBytes {
  return { sizeBytes: bytes.length, read: async (offset, length) => bytes.slice(offset, offset + length) };
}

async function opened(bytes: Uint8Array, secret = passphrase): Promise<Uint8Array | string> {
  try {
    const plain = await openSealed(bytesOf(bytes), secret);
    return await plain.read(0, plain.sizeBytes);
  } catch (error) {
    return codeOf(error);
  }
}

beforeAll(async () => {
  sealed = await seal(contents);
});

describe('a locked backup', () => {
  test('opens with its passphrase, however its letters are put together', async () => {
    expect(isSealed(sealed)).toBe(true);
    expect(await opened(sealed)).toEqual(contents);
    expect(await opened(sealed, passphrase.normalize('NFD'))).toEqual(contents);
    expect(await opened(await seal(new Uint8Array()))).toEqual(new Uint8Array());
    expect(await opened(await seal(contents.slice(0, pieceBytes)))).toEqual(contents.slice(0, pieceBytes));
  });

  test('any part can be read, over the seams of its pieces', async () => {
    const plain = await openSealed(bytesOf(sealed), passphrase);
    for (const [from, length] of [
      [0, 1],
      [pieceBytes - 1, 2],
      [pieceBytes * 2 + 999, 1],
      [100, pieceBytes * 2],
    ] as const) {
      expect(await plain.read(from, length)).toEqual(contents.slice(from, from + length));
    }
    await expect(plain.read(contents.length, 1)).rejects.toMatchObject({ code: 'backup/damaged' });
  });

  test('N14 a wrong passphrase says so', async () => {
    expect(await opened(sealed, `${passphrase} `)).toBe('backup/wrong-passphrase');
    expect(await opened(sealed, '')).toBe('backup/wrong-passphrase');
  });

  test('holds nothing that can be read without the passphrase, and no two are alike', async () => {
    expect(Buffer.from(sealed).includes(Buffer.from(contents.subarray(0, 16)))).toBe(false);
    const other = await seal(contents);
    expect(Buffer.from(other).subarray(16).equals(Buffer.from(sealed).subarray(16))).toBe(false);
  });

  test('a bit flipped anywhere is found', { timeout: 60_000 }, async () => {
    const body = sealed.length - 64;
    const places = [
      64,
      70,
      64 + pieceBytes,
      64 + pieceBytes + 15,
      sealed.length - 1,
      64 + Math.floor(body / 2),
    ];
    for (const place of places) {
      const changed = sealed.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(await opened(changed), `byte ${place}`).toBe('backup/damaged');
    }
    for (const place of [9, 16, 32, 39, 48, 63]) {
      const changed = sealed.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(['backup/damaged', 'backup/wrong-passphrase'], `byte ${place}`).toContain(await opened(changed));
    }
  });

  test('pieces that are cut off, left out, doubled or exchanged are found', async () => {
    const length = pieceBytes + 16;
    const [head, one, two, three] = [
      sealed.slice(0, 64),
      sealed.slice(64, 64 + length),
      sealed.slice(64 + length, 64 + 2 * length),
      sealed.slice(64 + 2 * length),
    ];
    const forgeries = {
      'without the last': [head, one, two],
      'without the second': [head, one, three],
      'without the first': [head, two, three],
      exchanged: [head, two, one, three],
      doubled: [head, one, one, two, three],
      'cut in a piece': [head, one, two.slice(0, 1_000)],
      'with more behind': [head, one, two, three, new Uint8Array(10)],
      'the header alone': [head],
      'half a header': [head.slice(0, 30)],
    };
    for (const [what, parts] of Object.entries(forgeries)) {
      expect(await opened(new Uint8Array(Buffer.concat(parts))), what).toBe('backup/damaged');
    }
  });

  test('a header that asks for too much memory or is of a later version is refused before anything is paid', async () => {
    const changed = (at: number, value: number) => {
      const copy = sealed.slice();
      copy[at] = value;
      return copy;
    };
    const start = performance.now();
    for (const [at, value] of [
      [9, 21],
      [9, 31],
      [9, 255],
      [9, 1],
      [10, 255],
      [10, 0],
      [11, 255],
      [11, 0],
      [12, 30],
    ] as const) {
      expect(await opened(changed(at, value)), `${at}: ${value}`).toBe('backup/damaged');
    }
    expect(await opened(changed(8, 2))).toBe('backup/newer-format');
    expect(performance.now() - start).toBeLessThan(200);
  });
});
