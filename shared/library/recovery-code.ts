import { crc32 } from '../image/crc32.ts';

/** Bytes of chance in a recovery code: 128 bits, which nobody guesses, so that it needs no slow derivation. */
export const recoverySecretBytes = 16;

export type RecoveryCodeReading =
  | { readonly kind: 'code'; readonly secret: Uint8Array }
  /** It has the shape of one, and a sign of it is not the one that was written. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'none' };

/**
 * A secret of `recoverySecretBytes` as it is shown, printed and typed: 28 signs in seven groups, digits and capital letters
 * without I, L, O and U (Crockford's base 32, which leaves out what is taken for another sign). The last 12 of its 140
 * bits are a checksum, which finds every single wrong sign.
 */
export function recoveryCodeText(secret: Uint8Array): string {
  let rest = (numberOf(secret) << checkBits) | BigInt(checkOf(secret));
  let signs = '';
  for (let at = 0; at < signCount; at += 1) {
    signs = `${alphabet[Number(rest & 31n)]}${signs}`;
    rest >>= 5n;
  }
  return (signs.match(/.{4}/g) ?? []).join('-');
}

/** Reads what a person typed: small letters, spaces and dashes anywhere, and O for 0, I or L for 1 are all right. */
export function readRecoveryCode(typed: string): RecoveryCodeReading {
  const plain = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '');
  const signs = plain.replaceAll('O', '0').replace(/[IL]/g, '1');
  if (signs.length !== signCount || !/^[0-9A-Z]+$/.test(signs)) return { kind: 'none' };
  let value = 0n;
  for (const sign of signs) {
    const digit = alphabet.indexOf(sign);
    if (digit < 0) return { kind: 'mistyped' };
    value = (value << 5n) | BigInt(digit);
  }
  const secret = bytesOf(value >> checkBits);
  return checkOf(secret) === Number(value & 0xfffn) ? { kind: 'code', secret } : { kind: 'mistyped' };
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const signCount = 28;
const checkBits = 12n;

function checkOf(secret: Uint8Array): number {
  return crc32(secret) >>> 20;
}

function numberOf(secret: Uint8Array): bigint {
  return secret.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function bytesOf(number: bigint): Uint8Array {
  return Uint8Array.from({ length: recoverySecretBytes }, (_, index) =>
    Number((number >> BigInt(8 * (recoverySecretBytes - 1 - index))) & 0xffn),
  );
}
