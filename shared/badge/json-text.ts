import { utf8Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import type { Json } from '../json.ts';
import { limits } from '../limits.ts';
import { isPlainJson } from './json-plain.ts';
import { scanJson } from './json-scan.ts';

/** A JSON text without its byte order mark, and what it parses to. */
export interface ParsedJson {
  readonly text: string;
  readonly value: Json;
}

/**
 * Parses one JSON text from a stranger: the refusals of `scanJson` first, then the strict grammar of RFC 8259. The
 * result holds own members only and no `__proto__`; numbers beyond the range of a double are `Infinity`, which no reader
 * shows.
 *
 * @throws CodedError input/too-large, badge/bad-json and those of `scanJson`
 */
export function parseJson(textWithMark: string): ParsedJson {
  const text = textWithMark.startsWith('\ufeff') ? textWithMark.slice(1) : textWithMark;
  if (text.length > limits.credentialBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.credentialBytes });
  }
  if (!isPlainJson(text)) scanJson(text);
  try {
    const value: Json = JSON.parse(text);
    return { text, value };
  } catch (cause) {
    throw new CodedError('badge/bad-json', {}, { cause });
  }
}

/**
 * The same for bytes, which must be UTF-8 (RFC 8259 section 8.1).
 *
 * @throws CodedError badge/bad-text and those of `parseJson`
 */
export function parseJsonBytes(bytes: Uint8Array): ParsedJson {
  const text = utf8Text(bytes);
  if (text === null) throw new CodedError('badge/bad-text');
  return parseJson(text);
}
