import { createCipheriv, createDecipheriv } from 'node:crypto';
import { CodedError } from '../../../shared/errors.ts';
import type { BackupBytes } from './backup-bytes.ts';
import {
  createLockedHeader,
  headerLength,
  headStartBytes,
  nonceAt,
  pieceBytes,
  unlockedKey,
} from './backup-keys.ts';

/**
 * A locked backup: a header (`backup-keys.ts`), then the ZIP archive in pieces of 64 KiB, each sealed for itself with
 * AES-256-GCM. A piece's nonce holds its place and whether it is the last (the STREAM construction), and the header is
 * authenticated with every piece: nothing can be changed, exchanged, left out or cut off unseen.
 */
export interface Sealer {
  readonly header: Uint8Array;
  /** The next piece; all but the last are `pieceBytes` long. */
  seal(piece: Uint8Array, isLast: boolean): Uint8Array;
}

/** `recoveryCode`: opens it too; null: the passphrase alone does. */
export async function createSealer(passphrase: string, recoveryCode: string | null): Promise<Sealer> {
  const { header, key } = await createLockedHeader(passphrase, recoveryCode);
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

/**
 * The contents of a locked backup, by its passphrase or its recovery code. Nothing is answered that is not authentic.
 * `backup/wrong-passphrase`, `backup/mistyped-code`, `backup/damaged`, `backup/newer-format`.
 */
export async function openSealed(sealed: BackupBytes, secret: string): Promise<BackupBytes> {
  if (sealed.sizeBytes < headStartBytes) throw new CodedError('backup/damaged');
  const headerBytes = headerLength(await sealed.read(0, headStartBytes));
  if (sealed.sizeBytes < headerBytes + tagBytes) throw new CodedError('backup/damaged');
  const header = await sealed.read(0, headerBytes);
  const key = await unlockedKey(header, secret);
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

function nonceOf(header: Uint8Array, counter: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  nonce.set(header.subarray(nonceAt, nonceAt + 7));
  new DataView(nonce.buffer).setUint32(7, counter);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

const tagBytes = 16;
const keptPieces = 4;
