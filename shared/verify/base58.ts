const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The longest text that is decoded: an RSA key of 8192 bits fits; decoding takes quadratic time. Threat B12. */
const maxCharacters = 1_600;

/** Bytes of a base58btc text; null for another alphabet, an empty text, and one beyond any key or signature. */
export function base58Bytes(text: string): Uint8Array | null {
  if (text === '' || text.length > maxCharacters) return null;
  const digits: number[] = [];
  for (const character of text) {
    let carry = alphabet.indexOf(character);
    if (carry === -1) return null;
    for (let at = 0; at < digits.length; at++) {
      carry += (digits[at] ?? 0) * 58;
      digits[at] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) digits.push(carry & 0xff);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...digits.reverse()]);
}

/** The bytes as base58btc. */
export function base58Text(bytes: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let at = 0; at < digits.length; at++) {
      carry += (digits[at] ?? 0) * 256;
      digits[at] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = zeros === -1 ? bytes.length : zeros;
  return (
    '1'.repeat(leading) +
    digits
      .reverse()
      .map((digit) => alphabet[digit])
      .join('')
  );
}
