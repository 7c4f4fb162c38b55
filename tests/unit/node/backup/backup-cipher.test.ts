import { createCipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BackupBytes } from '../../../../electron/node/backup/backup-bytes.ts';
import { createSealer, openSealed } from '../../../../electron/node/backup/backup-cipher.ts';
import {
  headerLength,
  isSealed,
  newRecoveryCode,
  pieceBytes,
} from '../../../../electron/node/backup/backup-keys.ts';
import { codeOf } from '../../../../shared/errors.ts';

const passphrase = 'four wörds of one’s own';
const contents = new Uint8Array(randomBytes(pieceBytes * 2 + 1_000));
const recoveryCode = newRecoveryCode();
let sealed: Uint8Array;
/** Bytes of the header. */
let head: number;

async function seal(bytes: Uint8Array, code: string | null = recoveryCode): Promise<Uint8Array> {
  const sealer = await createSealer(passphrase, code);
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

/** As the first format had it, written down here for itself: the passphrase makes the key. One piece. */
async function sealAsFormat1(bytes: Uint8Array): Promise<Uint8Array> {
  const start = Buffer.alloc(48);
  start.write('BPBACKUP');
  start.set([1, 14, 8, 1, 16], 8);
  randomBytes(23).copy(start, 16);
  const secret = scryptSync(passphrase.normalize('NFKC'), start.subarray(16, 32), 32, {
    N: 2 ** 14,
    r: 8,
    p: 1,
  });
  const made = (purpose: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, start, `badge-backpack backup ${purpose}`, length));
  const header = Buffer.concat([start, made('check', 16)]);
  const nonce = Buffer.concat([start.subarray(32, 39), Buffer.from([0, 0, 0, 0, 1])]);
  const cipher = createCipheriv('aes-256-gcm', made('key', 32), nonce).setAAD(header);
  return new Uint8Array(Buffer.concat([header, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
}

beforeAll(async () => {
  sealed = await seal(contents);
  head = headerLength(sealed.subarray(0, 48));
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

  test('N14 opens with its recovery code in place of the passphrase, however it is typed, and with no other', async () => {
    expect(await opened(sealed, recoveryCode)).toEqual(contents);
    expect(await opened(sealed, recoveryCode.toLowerCase().replaceAll('-', ' '))).toEqual(contents);
    expect(await opened(sealed, newRecoveryCode())).toBe('backup/wrong-passphrase');
    const wrong = `${recoveryCode.slice(0, -1)}${recoveryCode.endsWith('7') ? '8' : '7'}`;
    expect(await opened(sealed, wrong)).toBe('backup/mistyped-code');
    const without = await seal(contents, null);
    expect(without.length).toBe(sealed.length);
    expect(await opened(without, recoveryCode)).toBe('backup/wrong-passphrase');
    expect(await opened(without)).toEqual(contents);
  });

  test('N14 a passphrase that looks like a recovery code is a passphrase', async () => {
    const odd = recoveryCode.replace(/.$/, recoveryCode.endsWith('7') ? '8' : '7');
    const sealer = await createSealer(odd, recoveryCode);
    const bytes = new Uint8Array(Buffer.concat([sealer.header, sealer.seal(contents.slice(0, 9), true)]));
    expect(await opened(bytes, odd)).toEqual(contents.slice(0, 9));
  });

  test('one of the first format still opens with its passphrase, and has no recovery code', async () => {
    const old = await sealAsFormat1(contents.slice(0, 100));
    expect(await opened(old)).toEqual(contents.slice(0, 100));
    expect(await opened(old, recoveryCode)).toBe('backup/wrong-passphrase');
  });

  test('holds nothing that can be read without the passphrase, and no two are alike', async () => {
    expect(Buffer.from(sealed).includes(Buffer.from(contents.subarray(0, 16)))).toBe(false);
    const other = await seal(contents);
    expect(Buffer.from(other).subarray(16).equals(Buffer.from(sealed).subarray(16))).toBe(false);
  });

  test('a bit flipped anywhere is found', { timeout: 60_000 }, async () => {
    const body = sealed.length - head;
    const places = [
      head,
      head + 6,
      head + pieceBytes,
      head + pieceBytes + 15,
      sealed.length - 1,
      head + Math.floor(body / 2),
      // The sealed key, and all that belongs to the recovery code.
      64,
      111,
      112,
      175,
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
    const [start, one, two, three] = [
      sealed.slice(0, head),
      sealed.slice(head, head + length),
      sealed.slice(head + length, head + 2 * length),
      sealed.slice(head + 2 * length),
    ];
    const forgeries = {
      'without the last': [start, one, two],
      'without the second': [start, one, three],
      'without the first': [start, two, three],
      exchanged: [start, two, one, three],
      doubled: [start, one, one, two, three],
      'cut in a piece': [start, one, two.slice(0, 1_000)],
      'with more behind': [start, one, two, three, new Uint8Array(10)],
      'the header alone': [start],
      'half a header': [start.slice(0, 30)],
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
    expect(await opened(changed(8, 3))).toBe('backup/newer-format');
    expect(performance.now() - start).toBeLessThan(200);
  });
});
