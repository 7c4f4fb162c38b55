import { CodedError } from '../errors.ts';
import { looksLikeJose, readCompactJws } from './jws-text.ts';
import type { CredentialSource } from './model.ts';
import { credentialOfJwt } from './vc-jwt.ts';

/** True for the shape of an SD-JWT: a compact JWS followed by `~` and its disclosures. */
export function looksLikeSdJwt(text: string): boolean {
  const tilde = text.indexOf('~');
  return tilde > 0 && looksLikeJose(text.slice(0, tilde));
}

/**
 * Recognises an SD-JWT and reads what its signed part says in the open. Disclosures are kept in the text and not
 * merged: what was disclosed is for a verifier that checks their hashes.
 *
 * @throws CodedError badge/bad-jws and those of `readCompactJws`
 */
export function readSdJwt(text: string): Extract<CredentialSource, { kind: 'sd-jwt' }> {
  const [token = '', ...disclosures] = text.split('~');
  if (disclosures.some((part) => !/^[A-Za-z0-9._-]*$/.test(part))) {
    throw new CodedError('badge/bad-jws', { reason: 'its disclosures are not base64url' });
  }
  const { header, payload } = readCompactJws(token);
  return { kind: 'sd-jwt', text, header, document: credentialOfJwt(payload) ?? payload };
}
