import type { Badge } from '../../shared/badge/model.ts';
import { webAddress } from '../ui/web-address.ts';

/** The site that checking again would ask, as far as the badge tells; null where it cannot be told beforehand. */
export function issuerHost(badge: Badge): string | null {
  const candidates = [badge.hostedUrl, badge.issuer.id, badge.issuer.url];
  for (const candidate of candidates) {
    if (candidate === null) continue;
    const host = candidate.startsWith('did:web:')
      ? hostOfDidWeb(candidate)
      : (webAddress(candidate)?.host ?? null);
    if (host !== null) return host;
  }
  return null;
}

function hostOfDidWeb(did: string): string | null {
  const [host = ''] = did.slice('did:web:'.length).split(':');
  const url = URL.parse(`https://${host.replace(/%3a/i, ':')}`);
  return url === null || url.host === '' ? null : url.host;
}
