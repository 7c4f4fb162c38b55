import { crc32, deflateSync } from 'node:zlib';

/** One chunk of a PNG to be built; `crc` only where it must be wrong, `length` only where it must lie. */
export interface ChunkToBuild {
  readonly type: string;
  readonly data: Uint8Array;
  readonly crc?: number;
  readonly length?: number;
}

/** A PNG of the given chunks, written as they are: nothing is checked. */
export function pngOf(chunks: readonly ChunkToBuild[], trailing: Uint8Array = new Uint8Array()): Uint8Array {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(Buffer.concat([signature, ...chunks.map(chunkBytes), trailing]));
}

/** A whole picture of 2 × 2 pixels, with extra chunks before or after its pixels. */
export function pngWith(before: readonly ChunkToBuild[], after: readonly ChunkToBuild[] = []): Uint8Array {
  return pngOf([header(2, 2), ...before, pixels(), ...after, end()]);
}

/** IHDR of an 8-bit RGBA picture. */
export function header(width: number, height: number): ChunkToBuild {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 6, 0, 0, 0], 8);
  return { type: 'IHDR', data };
}

/** IDAT of 2 × 2 RGBA pixels, each of another colour. */
export function pixels(): ChunkToBuild {
  const rows = [0, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 255, 255, 9, 8, 7, 255];
  return { type: 'IDAT', data: deflateSync(Uint8Array.from(rows)) };
}

export function end(): ChunkToBuild {
  return { type: 'IEND', data: new Uint8Array() };
}

/** tEXt: keyword, NUL, text in UTF-8 (as badges have it) or in the given bytes. */
export function tEXt(keyword: string, text: string | Uint8Array): ChunkToBuild {
  return { type: 'tEXt', data: joined(keyword, '\0', text) };
}

export function zTXt(keyword: string, text: string | Uint8Array, method = 0): ChunkToBuild {
  return { type: 'zTXt', data: joined(keyword, '\0', Uint8Array.of(method), deflateSync(asBytes(text))) };
}

/** iTXt, plain unless `compressed`; flag and method can be set to anything. */
export function iTXt(
  keyword: string,
  text: string | Uint8Array,
  options: {
    readonly compressed?: boolean;
    readonly flag?: number;
    readonly method?: number;
    readonly language?: string;
  } = {},
): ChunkToBuild {
  const compressed = options.compressed ?? false;
  const flag = options.flag ?? (compressed ? 1 : 0);
  const body = compressed ? deflateSync(asBytes(text)) : text;
  const head = Uint8Array.of(flag, options.method ?? 0);
  return { type: 'iTXt', data: joined(keyword, '\0', head, options.language ?? '', '\0', '\0', body) };
}

/** The bytes of one chunk. */
export function chunkBytes({ type, data, crc, length }: ChunkToBuild): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length ?? data.length);
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc ?? crc32(typed));
  return Buffer.concat([head, typed, tail]);
}

function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(parts.map(asBytes));
}

function asBytes(part: string | Uint8Array): Uint8Array {
  return typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
}
