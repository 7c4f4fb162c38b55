import { isAscii } from 'node:buffer';
import { setNativeBase64Url } from '../../shared/base64.ts';
import { setNativeCrc32 } from '../../shared/image/crc32.ts';

/** Lets Node's machine code do what our code does byte by byte. For every process that reads badges; once is enough. */
export function installNativeBytes(): void {
  setNativeBase64Url({ bytes: strictBytes, ascii: strictAscii });
  // Loaded with the first picture: a token alone needs no zlib.
  let native: ((bytes: Uint8Array) => number) | undefined;
  setNativeCrc32((bytes) => {
    native ??= process.getBuiltinModule('node:zlib').crc32;
    return native(bytes);
  });
}

/** Each byte string has one strict text, the one that it is written as: any other was not strict. */
function strictBytes(text: string): Uint8Array | null {
  const bytes = text.length > scratch.length ? Buffer.from(text, 'base64url') : inScratch(text);
  return bytes.toString('base64url') === text ? new Uint8Array(bytes) : null;
}

function strictAscii(text: string): string | null {
  if (text.length > scratch.length) return null;
  const bytes = inScratch(text);
  return isAscii(bytes) && bytes.toString('base64url') === text ? bytes.toString('latin1') : null;
}

/** What the text holds, good until the next call: memory of its own is slow to come by. */
function inScratch(text: string): Buffer {
  return scratch.subarray(0, scratch.write(text, 'base64url'));
}

const scratch = Buffer.allocUnsafeSlow(65_536);
