import { isWebUrl, listOf } from '../badge/fields.ts';
import type { Json } from '../json.ts';

/** Data types of the official validators (standards 1.9, VALIDATE_PROPERTY), each as a question about a value. */

/** An address that mail can be sent to, as the validators ask for it. */
export function isEmail(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length <= 320 && /^[^@\s]+@[^@\s]+$/.test(value);
}

/** E.164 with an optional extension. */
export function isTelephone(value: Json | undefined): boolean {
  return typeof value === 'string' && /^\+?[1-9]\d{1,14}(;ext=\d{1,10})?$/.test(value);
}

/** An absolute http or https URL. */
export function isUrl(value: Json | undefined): boolean {
  return typeof value === 'string' && isWebUrl(value);
}

/** A language tag by its shape (BCP 47). */
export function isLanguageTag(value: Json | undefined): boolean {
  return typeof value === 'string' && /^[a-z]{1,8}(-[a-z0-9]{1,8}){0,8}$/i.test(value);
}

/** A picture that may stand inside a badge class or a profile: PNG or SVG as a data URI. */
export function isDataPicture(value: Json | undefined): boolean {
  return typeof value === 'string' && /^data:image\/(png|svg\+xml)[;,]/i.test(value);
}

/** True when the member is not there, or every entry of it is as asked. */
export function isEach(value: Json | undefined, isRight: (entry: Json) => boolean): boolean {
  return value === undefined || listOf(value).every(isRight);
}

/** True for something that was said: not undefined, null, or an empty text. */
export function isPresent(value: Json | undefined): value is Json {
  return value !== undefined && value !== null && value !== '';
}

export function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}
