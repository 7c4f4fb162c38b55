import { listOf, own } from '../badge/fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isText } from './structure-values.ts';

/** Whether an issuer's profile lets an assertion stand at an address. */
export interface ScopeAnswer {
  readonly isInside: boolean;
  /** The profile states a policy that cannot be understood: the default was used. */
  readonly isPolicyUnreadable: boolean;
}

/**
 * The verification scope of Open Badges 2.x (standards 1.7 step 8): the assertion's address must begin with one of
 * `startsWith`, at a boundary, and its host with port must be among `allowedOrigins`; by default the issuer's own.
 * Threats C01 to C03.
 */
export function checkScope(assertionUrl: string, issuerUrl: string, profile: JsonObject): ScopeAnswer {
  const verification = own(profile, 'verification');
  const policy = isJsonObject(verification) ? verification : {};
  const origins = listOf(own(policy, 'allowedOrigins'));
  const prefixes = listOf(own(policy, 'startsWith'));
  const isReadable = origins.every(isAuthority) && prefixes.every(isPrefix);
  const hosts = isReadable && origins.length > 0 ? origins.filter(isText) : [hostOf(issuerUrl)];
  const isHostAllowed = hosts.some((host) => host.toLowerCase() === hostOf(assertionUrl));
  const beginnings = isReadable ? prefixes.filter(isText) : [];
  const isBeginningAllowed =
    beginnings.length === 0 || beginnings.some((prefix) => isBelow(assertionUrl, prefix));
  return { isInside: isHostAllowed && isBeginningAllowed, isPolicyUnreadable: !isReadable };
}

/** A full host name, with a port or without: no URL, no wildcard, no bare suffix. */
function isAuthority(value: Json): boolean {
  return isText(value) && /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i.test(value);
}

function isPrefix(value: Json): boolean {
  return isText(value) && URL.canParse(value) && /^https?:\/\//i.test(value);
}

function isBelow(url: string, prefix: string): boolean {
  const [parsed, beginning] = [new URL(url), new URL(prefix)];
  if (parsed.origin !== beginning.origin || !url.startsWith(prefix)) return false;
  const next = url.charAt(prefix.length);
  return prefix.endsWith('/') || next === '' || '/?#'.includes(next);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
