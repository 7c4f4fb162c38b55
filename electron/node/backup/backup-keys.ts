import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { CodedError } from '../../../shared/errors.ts';
import {
  readRecoveryCode,
  recoveryCodeText,
  recoverySecretBytes,
} from '../../../shared/library/recovery-code.ts';
import { limits } from '../../../shared/limits.ts';

/**
 * The header of a locked backup and the ways to its key. The key is random; the header holds it twice, sealed by what
 * scrypt makes of the passphrase, and by the recovery code if one was made (else random bytes stand there: nobody can
 * tell). Beside each stands a value that tells a wrong passphrase from a damaged file. In backups of the first format
 * the passphrase makes the key itself.
 */
export interface LockedHeader {
  readonly header: Uint8Array;
  readonly key: Uint8Array;
}

/** Bytes of contents in one piece. */
export const pieceBytes = 1 << 16;
/** Bytes that tell a header's length: the same in both formats. */
export const headStartBytes = 48;

/** A new recovery code, of chance alone. */
export function newRecoveryCode(): string {
  return recoveryCodeText(randomBytes(recoverySecretBytes));
}

/** `recoveryCode`: null for a backup that the passphrase alone opens. */
export async function createLockedHeader(
  passphrase: string,
  recoveryCode: string | null,
): Promise<LockedHeader> {
  const head = new Uint8Array(headStartBytes);
  head.set(magic);
  head.set([formatVersion, usual.log2N, usual.r, usual.p, Math.log2(pieceBytes)], 8);
  head.set(randomBytes(16), saltAt);
  head.set(randomBytes(7), nonceAt);
  const key = new Uint8Array(randomBytes(keyBytes));
  const code = recoveryCode === null ? null : readRecoveryCode(recoveryCode);
  if (code !== null && code.kind !== 'code') throw new TypeError('no recovery code');
  const slots = [
    slotOf(await secretOf(passphrase, head), head, 'passphrase', key),
    code === null ? randomBytes(slotBytes) : slotOf(code.secret, head, 'recovery', key),
  ];
  return { header: new Uint8Array(Buffer.concat([head, ...slots])), key };
}

/** True for the beginning of a locked backup. */
export function isSealed(head: Uint8Array): boolean {
  return head.length >= magic.length && magic.every((byte, index) => head[index] === byte);
}

/** How long the header is that begins so. `backup/damaged`, `backup/newer-format`. */
export function headerLength(head: Uint8Array): number {
  requireKnownHead(head);
  return head[8] === 1 ? firstHeaderBytes : headStartBytes + 2 * slotBytes;
}

/** The key by what a person typed: the passphrase or the recovery code. `backup/wrong-passphrase`, `backup/mistyped-code`. */
export async function unlockedKey(header: Uint8Array, typed: string): Promise<Uint8Array> {
  const head = header.subarray(0, headStartBytes);
  const code = readRecoveryCode(typed);
  const byCode =
    code.kind === 'code' && head[8] !== 1
      ? openSlot(code.secret, head, 'recovery', header.subarray(headStartBytes + slotBytes))
      : null;
  const key = byCode ?? (await keyByPassphrase(header, typed));
  if (key !== null) return key;
  throw new CodedError(code.kind === 'mistyped' ? 'backup/mistyped-code' : 'backup/wrong-passphrase');
}

async function keyByPassphrase(header: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  const head = header.subarray(0, headStartBytes);
  const secret = await secretOf(passphrase, head);
  if (head[8] !== 1) return openSlot(secret, head, 'passphrase', header.subarray(headStartBytes));
  const check = derived(secret, head, 'check', checkBytes);
  return timingSafeEqual(check, header.subarray(headStartBytes))
    ? derived(secret, head, 'key', keyBytes)
    : null;
}

type Way = 'passphrase' | 'recovery';

function slotOf(secret: Uint8Array, head: Uint8Array, way: Way, key: Uint8Array): Uint8Array {
  // Each of these keys is used once, since the salt is new each time: any nonce will do.
  const cipher = createCipheriv('aes-256-gcm', derived(secret, head, `${way} key`, keyBytes), slotNonce);
  cipher.setAAD(head);
  const sealed = [cipher.update(key), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([derived(secret, head, `${way} check`, checkBytes), ...sealed]);
}

/** null: another secret. `backup/damaged` */
function openSlot(secret: Uint8Array, head: Uint8Array, way: Way, slot: Uint8Array): Uint8Array | null {
  if (!timingSafeEqual(derived(secret, head, `${way} check`, checkBytes), slot.subarray(0, checkBytes)))
    return null;
  try {
    const opener = createDecipheriv('aes-256-gcm', derived(secret, head, `${way} key`, keyBytes), slotNonce);
    opener.setAAD(head);
    opener.setAuthTag(slot.subarray(checkBytes + keyBytes, slotBytes));
    const key = opener.update(slot.subarray(checkBytes, checkBytes + keyBytes));
    opener.final();
    return new Uint8Array(key);
  } catch (error) {
    throw new CodedError('backup/damaged', {}, { cause: error });
  }
}

/** Costs that a header may ask for are bounded before any of them is paid. */
function requireKnownHead(head: Uint8Array): void {
  const [version = 0, log2N = 0, r = 0, p = 0, log2Piece = 0] = head.subarray(8, 13);
  if (version > formatVersion) throw new CodedError('backup/newer-format', { format: version });
  const isKnown =
    version >= 1 &&
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

async function secretOf(passphrase: string, head: Uint8Array): Promise<Uint8Array> {
  const [log2N = 0, r = 0, p = 0] = head.subarray(9, 12);
  return await new Promise<Buffer>((resolve, reject) => {
    // The same letters typed on another system are the same passphrase.
    const text = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
    const cost = { N: 2 ** log2N, r, p, maxmem: limits.passphraseMemoryBytes * 2 };
    scrypt(text, head.subarray(saltAt, nonceAt), keyBytes, cost, (error, made) =>
      error === null ? resolve(made) : reject(error),
    );
  });
}

function derived(secret: Uint8Array, head: Uint8Array, purpose: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, head, `badge-backpack backup ${purpose}`, length));
}

const magic = new TextEncoder().encode('BPBACKUP');
const formatVersion = 2;
/** 128 MiB and a third of a second: what is advised for passphrases. */
const usual = { log2N: 17, r: 8, p: 1 };
const saltAt = 16;
/** Seven bytes, which every piece's nonce begins with. */
export const nonceAt = 32;
const checkBytes = 16;
const keyBytes = 32;
const slotBytes = checkBytes + keyBytes + 16;
const slotNonce = new Uint8Array(12);
const firstHeaderBytes = headStartBytes + checkBytes;
