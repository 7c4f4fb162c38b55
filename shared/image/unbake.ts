import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { detectKind, kindNames } from './detect.ts';
import type { Unbaked } from './payload.ts';
import { unbakePng } from './unbake-png.ts';
import { unbakeSvg } from './unbake-svg.ts';

/**
 * Takes the credentials out of a badge image, PNG or SVG by its content. There is always at least one.
 *
 * @throws CodedError image/no-badge, image/*, input/empty, input/too-large, input/unsupported-kind
 */
export function unbake(bytes: Uint8Array): Unbaked {
  if (bytes.length === 0) throw new CodedError('input/empty');
  if (bytes.length > limits.imageFileBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
  }
  const kind = detectKind(bytes);
  if (kind === 'png') return unbakePng(bytes);
  if (kind === 'svg') return unbakeSvg(bytes);
  throw new CodedError('input/unsupported-kind', { kind: kindNames[kind] });
}
