import { base64Bytes } from '../../base64.ts';
import type { PublicJwk } from '../ports.ts';
import { jwkFromDer } from './der-key.ts';

/**
 * The public key in a PEM text (RFC 7468) as JWK: the first block, whatever its label calls it, since labels are often
 * wrong. Null for a text with a private key, for one of unreasonable length, and for anything without a key that signs.
 */
export function jwkFromPem(pem: string): PublicJwk | null {
  if (pem.length > maxCharacters || /PRIVATE KEY/.test(pem)) return null;
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem);
  if (label === null) return null;
  const start = label.index + label[0].length;
  const end = pem.indexOf(`-----END ${label[1]}-----`, start);
  if (end === -1) return null;
  const der = base64Bytes(pem.slice(start, end).replace(/\s+/g, ''));
  return der === null ? null : jwkFromDer(der);
}

/** A certificate with its chain takes some ten thousand. */
const maxCharacters = 32_768;
