import { parseJsonBytes } from '../badge/json-text.ts';
import { base64UrlBytes } from '../base64.ts';
import { lately } from '../lately.ts';
import { limits } from '../limits.ts';
import { publicJwk } from './jwk.ts';
import { jwkFromMultikey } from './multikey.ts';
import type { PublicJwk } from './ports.ts';
import { checkUrl } from './url-policy.ts';

/** A DID URL in its parts: `did:web:example.org#key-1` → DID, method and fragment (without `#`; null: none). */
export interface DidUrl {
  readonly did: string;
  readonly method: string;
  readonly specific: string;
  readonly fragment: string | null;
}

/** Reads a DID URL without path or query (DID Core, section 3); null for anything else. */
export function parseDidUrl(text: string): DidUrl | null {
  const match =
    /^(did:([a-z0-9]{1,32}):([A-Za-z0-9._:%-]{1,2000}))(?:#([A-Za-z0-9._~:@!$&'()*+,;=/?%-]{0,2000}))?$/.exec(
      text,
    );
  if (match === null) return null;
  const [, did = '', method = '', specific = '', fragment] = match;
  return { did, method, specific, fragment: fragment === undefined ? null : fragment };
}

/** The key that a `did:key` is; null for a kind of key that does not sign here. */
export function keyOfDidKey(url: DidUrl): PublicJwk | null {
  if (url.method !== 'key') return null;
  if (url.fragment !== null && url.fragment !== url.specific) return null;
  return didKeys(url.specific);
}

/** Badges of one issuer name the same key, and to read it takes as long as all else about it. */
const didKeys = lately(limits.importedKeys, jwkFromMultikey);

/** The key that a `did:jwk` is; null for one that is no public signature key. */
export function keyOfDidJwk(url: DidUrl): PublicJwk | null {
  if (url.method !== 'jwk' || (url.fragment !== null && url.fragment !== '0')) return null;
  const bytes = base64UrlBytes(url.specific);
  if (bytes === null) return null;
  try {
    const { value } = parseJsonBytes(bytes);
    return publicJwk(value);
  } catch {
    return null;
  }
}

/**
 * Where the document of a `did:web` lies (did:web method, section 3.2), by a strict grammar: a lower-case full host
 * name, a port only as `%3A8443`, plain path segments. Null for IP addresses, local names, other escapes, `..`, empty
 * segments and upper-case hosts. Threats C12, I11.
 */
export function urlOfDidWeb(url: DidUrl): string | null {
  if (url.method !== 'web') return null;
  const [authority = '', ...segments] = url.specific.split(':');
  const host =
    /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)(?:%3[Aa]([1-9][0-9]{1,4}))?$/.exec(
      authority,
    );
  if (host === null) return null;
  const [, name = '', port] = host;
  if (segments.some((segment) => !/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment))) return null;
  const origin = `https://${name}${port === undefined ? '' : `:${port}`}`;
  const path = segments.length === 0 ? '/.well-known' : `/${segments.join('/')}`;
  const target = `${origin}${path}/did.json`;
  return checkUrl(target).ok ? target : null;
}
