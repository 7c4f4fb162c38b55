import { asciiBytes, concatBytes, utf8Bytes } from '../bytes.ts';
import type { BakedForm } from './baked-form.ts';
import { wholeBytes } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import { pngSignature, readPngChunks } from './png-chunks.ts';
import { badgeKeywordOf } from './png-text.ts';

/**
 * A PNG with the text in one plain iTXt chunk right after its header, where lazy readers find it. Every other chunk is
 * copied byte for byte; badge chunks that were there before, and whatever followed IEND, are not.
 *
 * @throws CodedError image/* where the picture is no whole PNG
 */
export function bakePng(image: Uint8Array, text: string, form: BakedForm): Uint8Array {
  const source = wholeBytes(image);
  const kept = readPngChunks(source).chunks.filter((chunk) => badgeKeywordOf(source, chunk) === null);
  const [header, ...others] = kept.map((chunk) => image.subarray(chunk.start, chunk.end));
  return concatBytes([
    Uint8Array.from(pngSignature),
    header ?? new Uint8Array(),
    textChunk(form.keyword, text),
    ...others,
  ]);
}

/** iTXt: keyword NUL, not compressed, method 0, no language NUL, no translated keyword NUL, UTF-8 text. */
function textChunk(keyword: string, text: string): Uint8Array {
  const typed = concatBytes([asciiBytes('iTXt'), asciiBytes(keyword), new Uint8Array(5), utf8Bytes(text)]);
  return concatBytes([number(typed.length - 4), typed, number(crc32(typed))]);
}

function number(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}
