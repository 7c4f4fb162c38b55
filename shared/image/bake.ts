import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { bakePng } from './bake-png.ts';
import { bakeSvg } from './bake-svg.ts';
import { bakedFormOf } from './baked-form.ts';
import { detectKind, kindNames } from './detect.ts';
import { unbake } from './unbake.ts';

/**
 * Puts a credential text into a PNG or SVG by splicing bytes: pixels and all other bytes stay as they were, the text is
 * kept character for character, and badges that were inside before are taken out. The result is unbaked again before it
 * is handed out.
 *
 * @throws CodedError image/cannot-hold-a-badge, input/*, image/* for the picture; badge/* for the text
 */
export function bake(image: Uint8Array, credentialText: string): Uint8Array {
  if (image.length === 0) throw new CodedError('input/empty');
  if (image.length > limits.imageFileBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
  }
  const form = bakedFormOf(credentialText);
  const kind = detectKind(image);
  const baked =
    kind === 'png'
      ? bakePng(image, credentialText, form)
      : kind === 'svg'
        ? bakeSvg(image, credentialText, form)
        : null;
  if (baked === null) throw new CodedError('image/cannot-hold-a-badge', { kind: kindNames[kind] });
  const { payloads } = unbake(baked);
  if (payloads.length !== 1 || payloads[0]?.text !== credentialText) {
    throw new CodedError('image/cannot-hold-a-badge');
  }
  return baked;
}
