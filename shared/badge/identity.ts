import { hexText, utf8Bytes } from '../bytes.ts';
import type { RecipientMatch } from '../verify/report.ts';
import { addressVariants } from './address-variants.ts';
import { isWebUrl } from './fields.ts';
import { isSameIdentity } from './identity-kind.ts';
import type { Badge, Recipient } from './model.ts';

/** Whose badge it is, and by which of the person's addresses. */
export interface RecipientMatchResult {
  readonly match: RecipientMatch;
  /** The address of the person that matched, as the person wrote it. */
  readonly address: string | null;
  /** The spelling that the issuer had used, where it is another one (`anna@…` for `Anna@…`). */
  readonly variant: string | null;
  /** The algorithm, where only a hash that is easy to guess says so (md5, sha1). */
  readonly weakHash: 'md5' | 'sha1' | null;
}

/** Computes a digest; the crypto port's own. */
export type Digest = (algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512', bytes: Uint8Array) => Uint8Array;

/**
 * Matches the recipients of a badge with the person's own addresses (Open Badges 2.0, IdentityHash: the hash of address
 * and salt, in that order). Issuers hashed what people typed, so each address is tried in its usual spellings. With no
 * address, or no recipient that could be compared, the answer is `not-checked`.
 */
export function matchRecipients(
  recipients: readonly Recipient[],
  addresses: readonly string[],
  digest: Digest,
): RecipientMatchResult {
  const comparable = recipients.filter(({ value, hash }) => value !== null || hash !== null);
  if (addresses.length === 0 || comparable.length === 0) return nobody('not-checked');
  for (const address of addresses) {
    for (const recipient of comparable) {
      const variant = matchingVariant(recipient, address, digest);
      if (variant === null) continue;
      const algorithm = recipient.hash?.algorithm;
      return {
        match: 'yours',
        address,
        variant: variant === address ? null : variant,
        weakHash: algorithm === 'md5' || algorithm === 'sha1' ? algorithm : null,
      };
    }
  }
  return nobody('not-yours');
}

/**
 * A key that two copies of one badge share, or null where the badge names nothing to tell it by. 3.0: the issuer's id
 * and the credential's, percent-decoded and trimmed (Open Badges 3.0, equality and comparison); up to 2.x the address of
 * the assertion, or its `uid` with its issuer.
 */
export function sameBadgeKey(badge: Badge): string | null {
  const { credentialId, issuer } = badge;
  if (isVerifiable(badge)) {
    return credentialId === null || issuer.id === null ? null : key('vc', issuer.id, credentialId);
  }
  const address = badge.hostedUrl ?? credentialId;
  if (address !== null && (isWebUrl(address) || /^urn:/i.test(address))) return key('ob', address);
  const named = issuer.id ?? issuer.url ?? issuer.name;
  return credentialId === null || named === null ? null : key('uid', named, credentialId);
}

function isVerifiable({ version }: Badge): boolean {
  return version === '3.0' || version === 'clr-2.0' || version === 'vc-1.1' || version === 'vc-2.0';
}

function key(kind: string, ...parts: readonly string[]): string {
  return [kind, ...parts.map(normalised)].join(' ');
}

function normalised(id: string): string {
  const trimmed = id.trim();
  try {
    return encodeURI(decodeURIComponent(trimmed));
  } catch {
    return trimmed;
  }
}

function nobody(match: 'not-checked' | 'not-yours'): RecipientMatchResult {
  return { match, address: null, variant: null, weakHash: null };
}

function matchingVariant({ value, hash, salt }: Recipient, address: string, digest: Digest): string | null {
  if (value !== null) return isSameIdentity(value, address) ? value.trim() : null;
  if (hash === null) return null;
  return (
    addressVariants(address).find(
      (variant) => hexText(digest(hash.algorithm, utf8Bytes(variant + salt))) === hash.hex,
    ) ?? null
  );
}
