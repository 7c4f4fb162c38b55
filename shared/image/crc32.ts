const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

type Checksum = (bytes: Uint8Array) => number;

let best: Checksum = plainCrc32;

/** CRC-32 of the bytes, as PNG (ISO/IEC 15948 annex D) and ZIP use it. */
export function crc32(bytes: Uint8Array): number {
  return best(bytes);
}

/** From now on the runtime's own machine code does it, ten times faster than ours: it must give the same numbers. */
export function setNativeCrc32(native: Checksum): void {
  best = native;
}

/** The same in code of ours, for runtimes that have none. */
export function plainCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
