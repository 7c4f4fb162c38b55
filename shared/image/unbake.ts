import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { type ByteSource, wholeBytes } from './byte-source.ts';
import { detectKind, kindBytes, kindNames } from './detect.ts';
import type { Unbaked } from './payload.ts';
import { unbakePng } from './unbake-png.ts';
import { unbakeSvg } from './unbake-svg.ts';

/**
 * Takes the credentials out of a badge image, PNG or SVG by its content. There is always at least one.
 *
 * @throws CodedError image/no-badge, image/*, input/empty, input/too-large, input/unsupported-kind
 */
export function unbake(bytes: Uint8Array): Unbaked {
  return unbakeFrom(wholeBytes(bytes));
}

/** The same of a file that need not be read whole: of a PNG, only its head, its text and where its chunks begin. */
export function unbakeFrom(source: ByteSource): Unbaked {
  if (source.length === 0) throw new CodedError('input/empty');
  if (source.length > limits.imageFileBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
  }
  const kind = detectKind(source.bytes(0, Math.min(source.length, kindBytes)));
  if (kind === 'png') return unbakePng(source);
  if (kind === 'svg') return unbakeSvg(source.bytes(0, source.length));
  throw new CodedError('input/unsupported-kind', { kind: kindNames[kind] });
}
