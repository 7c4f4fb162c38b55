import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import type { BackupBytes } from './backup-bytes.ts';

/**
 * A locked backup: a header, then the ZIP archive in pieces of 64 KiB, each sealed for itself with AES-256-GCM. A piece's
 * nonce holds its place and whether it is the last (the STREAM construction), and the header is authenticated with every
 * piece: nothing can be changed, exchanged, left out or cut off unseen. The key comes from the passphrase by scrypt;
 * the header holds a value made from it, so that a wrong passphrase is told from a damaged file.
 */
export interface Sealer {
  readonly header: Uint8Array;
  /** The next piece; all but the last are `pieceBytes` long. */
  seal(piece: Uint8Array, isLast: boolean): Uint8Array;
}

/** Bytes of contents in one piece. */
export const pieceBytes = 1 << 16;

export async function createSealer(passphrase: string): Promise<Sealer> {
  const header = new Uint8Array(headerBytes);
  header.set(magic);
  header.set([formatVersion, usual.log2N, usual.r, usual.p, Math.log2(pieceBytes)], 8);
  header.set(randomBytes(16), saltAt);
  header.set(randomBytes(7), nonceAt);
  const { key, check } = await keysOf(passphrase, header);
  header.set(check, checkAt);
  let counter = 0;
  return {
    header,
    seal: (piece, isLast) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(header, counter, isLast));
      counter += 1;
      cipher.setAAD(header);
      return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    },
  };
}

/** True for the beginning of a locked backup. */
export function isSealed(head: Uint8Array): boolean {
  return head.length >= magic.length && magic.every((byte, index) => head[index] === byte);
}

/**
 * The contents of a locked backup. Nothing is answered that is not authentic. `backup/wrong-passphrase`,
 * `backup/damaged`, `backup/newer-format`.
 */
export async function openSealed(sealed: BackupBytes, passphrase: string): Promise<BackupBytes> {
  if (sealed.sizeBytes < headerBytes + tagBytes) throw new CodedError('backup/damaged');
  const header = await sealed.read(0, headerBytes);
  requireKnownHeader(header);
  const { key, check } = await keysOf(passphrase, header);
  if (!timingSafeEqual(check, header.subarray(checkAt))) throw new CodedError('backup/wrong-passphrase');
  const bodyBytes = sealed.sizeBytes - headerBytes;
  const pieces = Math.ceil(bodyBytes / (pieceBytes + tagBytes));
  const sizeBytes = bodyBytes - pieces * tagBytes;
  if (sizeBytes <= (pieces - 1) * pieceBytes && pieces > 1) throw new CodedError('backup/damaged');
  /** The last few that were opened: reading goes forwards, with short looks back. */
  const opened = new Map<number, Uint8Array>();

  async function piece(index: number): Promise<Uint8Array> {
    const known = opened.get(index);
    if (known !== undefined) return known;
    const offset = headerBytes + index * (pieceBytes + tagBytes);
    const isLast = index === pieces - 1;
    const length = isLast ? sealed.sizeBytes - offset : pieceBytes + tagBytes;
    const bytes = unsealed(key, header, await sealed.read(offset, length), index, isLast);
    opened.set(index, bytes);
    const [oldest] = opened.keys();
    if (opened.size > keptPieces && oldest !== undefined) opened.delete(oldest);
    return bytes;
  }

  return {
    sizeBytes,
    read: async (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > sizeBytes) throw new CodedError('backup/damaged');
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const index = Math.floor((offset + done) / pieceBytes);
        const from = offset + done - index * pieceBytes;
        const part = (await piece(index)).subarray(from, from + length - done);
        bytes.set(part, done);
        done += part.length;
      }
      return bytes;
    },
  };
}

function unsealed(
  key: Uint8Array,
  header: Uint8Array,
  sealed: Uint8Array,
  index: number,
  isLast: boolean,
): Uint8Array {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(header, index, isLast));
    decipher.setAAD(header);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const bytes = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
    decipher.final();
    return bytes;
  } catch (error) {
    throw new CodedError('backup/damaged', {}, { cause: error });
  }
}

/** Costs that a header may ask for are bounded before any of them is paid. */
function requireKnownHeader(header: Uint8Array): void {
  const [version = 0, log2N = 0, r = 0, p = 0, log2Piece = 0] = header.subarray(8, 13);
  if (version > formatVersion) throw new CodedError('backup/newer-format', { format: version });
  const isKnown =
    version === formatVersion &&
    log2N >= 14 &&
    log2N <= 20 &&
    r >= 8 &&
    r <= 32 &&
    p >= 1 &&
    p <= 4 &&
    128 * r * 2 ** log2N <= limits.passphraseMemoryBytes &&
    2 ** log2Piece === pieceBytes;
  if (!isKnown) throw new CodedError('backup/damaged');
}

async function keysOf(
  passphrase: string,
  header: Uint8Array,
): Promise<{ readonly key: Uint8Array; readonly check: Uint8Array }> {
  const [log2N = 0, r = 0, p = 0] = header.subarray(9, 12);
  const secret = await new Promise<Buffer>((resolve, reject) => {
    // The same letters typed on another system are the same passphrase.
    const text = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
    const cost = { N: 2 ** log2N, r, p, maxmem: limits.passphraseMemoryBytes * 2 };
    scrypt(text, header.subarray(saltAt, nonceAt), 32, cost, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    );
  });
  const told = header.subarray(0, checkAt);
  const derive = (purpose: string, length: number): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, told, `badge-backpack backup ${purpose}`, length));
  return { key: derive('key', 32), check: derive('check', headerBytes - checkAt) };
}

function nonceOf(header: Uint8Array, counter: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  nonce.set(header.subarray(nonceAt, nonceAt + 7));
  new DataView(nonce.buffer).setUint32(7, counter);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

const magic = new TextEncoder().encode('BPBACKUP');
const formatVersion = 1;
/** 128 MiB and a third of a second: what is advised for passphrases. */
const usual = { log2N: 17, r: 8, p: 1 };
const saltAt = 16;
const nonceAt = 32;
const checkAt = 48;
const headerBytes = 64;
const tagBytes = 16;
const keptPieces = 4;
