import { setNativeBase64Url } from '../../shared/base64.ts';
import { setNativeCrc32 } from '../../shared/image/crc32.ts';

/** Lets Node's machine code do what our code does byte by byte. For every process that reads badges; once is enough. */
export function installNativeBytes(): void {
  setNativeBase64Url({
    // A copy: what Buffer gives lies in a pool with other things.
    decode: (text) => new Uint8Array(Buffer.from(text, 'base64url')),
    encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url'),
  });
  // Loaded with the first picture: a token alone needs no zlib.
  let native: ((bytes: Uint8Array) => number) | undefined;
  setNativeCrc32((bytes) => {
    native ??= process.getBuiltinModule('node:zlib').crc32;
    return native(bytes);
  });
}
