import { base64UrlText } from '../base64.ts';
import { base58Bytes } from './base58.ts';
import { rsaJwkFromDer } from './crypto/der-key.ts';
import { type CurveName, decompressPoint } from './ec-point.ts';
import type { PublicJwk } from './ports.ts';

/**
 * A multibase multikey (Controlled Identifiers 1.0, section 2.2.2) as JWK; null for another base, another kind of key,
 * or a wrong length. X25519 and BLS keys are none that sign here.
 */
export function jwkFromMultikey(text: string): PublicJwk | null {
  if (!text.startsWith('z')) return null;
  const bytes = base58Bytes(text.slice(1));
  if (bytes === null) return null;
  const [first, second] = bytes;
  const rest = bytes.subarray(2);
  if (first === 0xed && second === 0x01) return ed25519Jwk(rest);
  if (first === 0x80 && second === 0x24) return curveJwk('P-256', rest);
  if (first === 0x81 && second === 0x24) return curveJwk('P-384', rest);
  if (first === 0x82 && second === 0x24) return curveJwk('P-521', rest);
  if (first === 0xe7 && second === 0x01) return curveJwk('secp256k1', rest);
  if (first === 0x85 && second === 0x24) return rsaJwkFromDer(rest);
  return null;
}

/** An Ed25519 public key as JWK; null for a wrong length. */
export function ed25519Jwk(bytes: Uint8Array): PublicJwk | null {
  return bytes.length === 32 ? { kty: 'OKP', crv: 'Ed25519', x: base64UrlText(bytes) } : null;
}

function curveJwk(crv: CurveName, compressed: Uint8Array): PublicJwk | null {
  const point = decompressPoint(crv, compressed);
  return point && { kty: 'EC', crv, x: base64UrlText(point.x), y: base64UrlText(point.y) };
}
