import { asciiOfBase64Url, base64UrlBytes } from '../base64.ts';
import type { AsciiText } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { own, ownList, textOf } from './fields.ts';
import { parseJson, parseJsonBytes } from './json-text.ts';

/** A compact JWS taken apart (RFC 7515 section 7.1). Nothing of it was verified. */
export interface JwsParts {
  /** The compact serialisation, byte for byte. */
  readonly text: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signature: Uint8Array;
  /** `header.payload` as it stands: the bytes that were signed. */
  readonly signingInput: AsciiText;
}

/** True for a text that means to be a JWS, JWE or SD-JWT: its first part begins like the base64url of a JSON object. */
export function looksLikeJose(text: string): boolean {
  return /^e[wy][A-Za-z0-9+/=_-]{0,100}/.test(text) && text.includes('.');
}

/**
 * Takes a compact JWS apart, strictly: canonical base64url, header and payload JSON objects without duplicate members,
 * no critical extension, no private key inside. An empty signature is let through, for the verifier to name it.
 *
 * @throws CodedError badge/bad-jws, badge/encrypted, badge/private-key-inside, input/too-large and those of `parseJson`
 */
export function readCompactJws(text: string): JwsParts {
  // A badge is mostly verified right after it was read.
  if (lastParts?.text !== text) lastParts = partsOf(text);
  return lastParts;
}

/** The same; null for a text that is none. */
export function compactJwsIn(text: string): JwsParts | null {
  try {
    return readCompactJws(text);
  } catch {
    return null;
  }
}

let lastParts: JwsParts | null = null;

function partsOf(text: string): JwsParts {
  if (text.length > limits.credentialBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.credentialBytes });
  }
  const parts = text.split('.');
  if (parts.length === 5) throw new CodedError('badge/encrypted');
  const [headerText = '', payloadText = '', signatureText = ''] = parts;
  if (parts.length !== 3) throw new CodedError('badge/bad-jws', { reason: 'it does not have three parts' });
  if (payloadText === '') throw new CodedError('badge/bad-jws', { reason: 'its contents are missing' });
  return {
    text,
    header: headerIn(headerText),
    payload: objectIn(payloadText, 'its contents'),
    signature: bytesIn(signatureText, 'its signature'),
    // Base64url on both sides of a dot, or the reading of either had thrown.
    signingInput: text.slice(0, headerText.length + 1 + payloadText.length) as AsciiText,
  };
}

/** True for the JSON serialisations of a JWS, which say nothing about which signature has to hold (RFC 7515 section 7.2). */
export function isJsonSerialisedJws(document: JsonObject): boolean {
  const signed = typeof own(document, 'payload') === 'string';
  return signed && (Object.hasOwn(document, 'signatures') || Object.hasOwn(document, 'protected'));
}

/** True for the JSON serialisations of a JWE (RFC 7516 section 7.2). */
export function isJsonSerialisedJwe(document: JsonObject): boolean {
  return typeof own(document, 'ciphertext') === 'string';
}

const otherTokens = ['at+jwt', 'logout+jwt', 'secevent+jwt', 'dpop+jwt', 'oauth-authz-req+jwt', 'kb+jwt'];

function checkHeader(header: JsonObject): void {
  const jwk = own(header, 'jwk');
  const secrets = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi'];
  if (isJsonObject(jwk) && secrets.some((member) => Object.hasOwn(jwk, member))) {
    throw new CodedError('badge/private-key-inside');
  }
  if (typeof own(header, 'alg') !== 'string') {
    throw new CodedError('badge/bad-jws', { reason: 'it does not name how it was signed' });
  }
  if (Object.hasOwn(header, 'zip') || Object.hasOwn(header, 'enc')) throw new CodedError('badge/encrypted');
  const type = (textOf(own(header, 'typ')) ?? '').toLowerCase().replace(/^application\//, '');
  if (otherTokens.includes(type)) throw new CodedError('badge/not-a-badge');
  checkCritical(header);
}

/** Critical header members: only `b64` is known, and a compact badge cannot have it false (RFC 7797 section 5.2). */
function checkCritical(header: JsonObject): void {
  const reason = 'it asks for an extension that we do not know';
  const unencoded = Object.hasOwn(header, 'b64') && own(header, 'b64') !== true;
  if (unencoded) throw new CodedError('badge/bad-jws', { reason });
  if (!Object.hasOwn(header, 'crit')) return;
  const names = ownList(header, 'crit');
  const known = names.length > 0 && names.every((name) => name === 'b64') && Object.hasOwn(header, 'b64');
  if (!known || !Array.isArray(own(header, 'crit'))) throw new CodedError('badge/bad-jws', { reason });
}

/** The tokens of one issuer, which mostly come together, all begin with the same text. */
let lastHeader: { readonly text: string; readonly header: JsonObject } | null = null;

function headerIn(text: string): JsonObject {
  if (lastHeader?.text === text) return lastHeader.header;
  const header = objectIn(text, 'its header');
  checkHeader(header);
  lastHeader = { text, header };
  return header;
}

function objectIn(part: string, name: string): JsonObject {
  const ascii = asciiOfBase64Url(part);
  const { value } = ascii === null ? parseJsonBytes(bytesIn(part, name)) : parseJson(ascii);
  if (!isJsonObject(value)) throw new CodedError('badge/bad-jws', { reason: `${name} is not an object` });
  return value;
}

function bytesIn(part: string, name: string): Uint8Array {
  const bytes = base64UrlBytes(part);
  if (bytes === null) throw new CodedError('badge/bad-jws', { reason: `${name} is not strict base64url` });
  return bytes;
}
