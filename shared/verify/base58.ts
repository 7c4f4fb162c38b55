const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The longest text that is decoded: an RSA key of 8192 bits fits; decoding takes quadratic time. Threat B12. */
const maxCharacters = 1_600;

/** Bytes of a base58btc text; null for another alphabet, an empty text, and one beyond any key or signature. */
export function base58Bytes(text: string): Uint8Array | null {
  if (text === '' || text.length > maxCharacters) return null;
  /** The number so far, sixteen bits each, the least first. */
  const words: number[] = [];
  for (let at = 0; at < text.length; at += charactersAtOnce) {
    const end = Math.min(at + charactersAtOnce, text.length);
    let carry = 0;
    let scale = 1;
    for (let place = at; place < end; place++) {
      const digit = digits[text.charCodeAt(place)] ?? -1;
      if (digit === -1) return null;
      carry = carry * 58 + digit;
      scale *= 58;
    }
    for (let word = 0; word < words.length; word++) {
      const sum = (words[word] ?? 0) * scale + carry;
      // Multiplied and taken away, since a remainder of such large numbers is slow; both are exact.
      carry = Math.floor(sum * (1 / wordSize));
      words[word] = sum - carry * wordSize;
    }
    for (; carry > 0; carry = Math.floor(carry / wordSize)) words.push(carry % wordSize);
  }
  return bytesOf(words, /^1*/.exec(text)?.[0].length ?? 0);
}

/** The digit of each ASCII character; -1: none. */
const digits = new Int8Array(128).fill(-1);
for (let digit = 0; digit < alphabet.length; digit++) digits[alphabet.charCodeAt(digit)] = digit;

/** 58 to the fifth times sixteen bits stays far below what a double holds exactly. */
const charactersAtOnce = 5;
const wordSize = 0x10000;

/** Big-endian, after as many zero bytes as the text began with ones. */
function bytesOf(words: readonly number[], zeros: number): Uint8Array {
  const top = words.at(-1);
  const length = top === undefined ? 0 : words.length * 2 - (top < 0x100 ? 1 : 0);
  const bytes = new Uint8Array(zeros + length);
  words.forEach((word, index) => {
    const end = bytes.length - 2 * index;
    bytes[end - 1] = word & 0xff;
    if (end - 2 >= zeros) bytes[end - 2] = word >> 8;
  });
  return bytes;
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
