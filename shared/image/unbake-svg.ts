import type { ReadingNote } from '../badge/model.ts';
import { CodedError } from '../errors.ts';
import { type BakedPayload, type Unbaked, withoutRepetitions } from './payload.ts';
import { type BadgeElement, scanSvg } from './svg-element.ts';
import { readSvgText } from './svg-text.ts';

/**
 * Every badge text in an SVG, in the file's order: the body of a badge element, or its `verify` where it has none, and
 * both where `verify` holds a token (baking specifications of Open Badges 2.0 and 3.0).
 *
 * @throws CodedError image/no-badge and those of `readSvgText` and `scanSvg`
 */
export function unbakeSvg(bytes: Uint8Array): Unbaked {
  const { elements } = scanSvg(readSvgText(bytes).text);
  const found = elements.flatMap(payloadsOf);
  if (found.length === 0) throw new CodedError('image/no-badge');
  return { mediaType: 'image/svg+xml', ...withoutRepetitions(found) };
}

/** The texts of one badge element. */
export function payloadsOf({ verify, body, hasCdata, isUnbound }: BadgeElement): readonly BakedPayload[] {
  const notes: ReadingNote[] = isUnbound ? [{ code: 'read.unbound-prefix', facts: {} }] : [];
  const inAttribute = verify === null ? [] : [{ container: 'svg/verify', text: verify, notes }];
  if (body === null) return inAttribute;
  const inBody = { container: hasCdata ? 'svg/cdata' : 'svg/body', text: body, notes };
  if (verify === null) return [inBody];
  if (!/^\s*https?:/i.test(verify)) return [inBody, ...inAttribute];
  const agrees = body.replaceAll('\\/', '/').includes(verify.trim());
  return [agrees ? inBody : { ...inBody, notes: [...notes, { code: 'read.verify-differs', facts: {} }] }];
}
