import type { Badge } from '../badge/model.ts';
import { limits } from '../limits.ts';
import { siteOfIssuer } from '../verify/issuer-binding.ts';
import { redactorFor } from './redact.ts';
import { type SafeLink, safeLink } from './safe-link.ts';

/** A page at the issuer's own site, for whoever wants to ask there. */
export interface IssuerPage {
  readonly link: SafeLink;
  /** True: it is about this badge of this person; false: about what every such badge stands for. */
  readonly isOwn: boolean;
}

/**
 * The page of a badge at its issuer's own host: an `https` address that names nobody (threat K16) and fits into a code.
 * The badge's own address counts where `mayBeOwn`; else, and where it has none, its criteria page. null: the issuer has
 * no host (it is a key), or there is no such page on it.
 */
export function issuerPageOf(badge: Badge, mayBeOwn: boolean): IssuerPage | null {
  const own = mayBeOwn ? ownAddresses(badge) : [];
  const { url: criteria } = badge.criteria;
  const host = siteOfIssuer(badge.issuer.id ?? '').toLowerCase();
  const { holdsAddress } = redactorFor(badge.recipients);
  for (const [index, url] of [...own, criteria].entries()) {
    const link = safeLink(url);
    if (link === null || host === '' || link.host !== host) continue;
    if (link.url.length > limits.codeLinkCharacters || holdsAddress(link.url)) continue;
    return { link, isOwn: index < own.length };
  }
  return null;
}

/** Where a badge says that it lies at its issuer. */
function ownAddresses({ hostedUrl, credentialId }: Badge): readonly string[] {
  const addresses = [hostedUrl, credentialId].flatMap((url) => safeLink(url)?.url ?? []);
  return [...new Set(addresses)];
}
