import type { Badge } from '../../shared/badge/model.ts';
import { hostOfIssuer } from '../../shared/verify/issuer-host.ts';

/** The sites that checking again would ask, as far as the badge tells: its own, its issuer's, those of its status lists. */
export function askedHosts(badge: Pick<Badge, 'hostedUrl' | 'issuer' | 'status'>): readonly string[] {
  const { id, url } = badge.issuer;
  const asked = [badge.hostedUrl, isDid(id) ? id : (id ?? url), ...badge.status.map((status) => status.url)];
  return [...new Set(asked.flatMap((address) => hostOfIssuer(address ?? '') ?? []))];
}

/** Whether the issuer is a key and nothing else, and nothing on the badge names a site: then nobody can be asked. */
export function asksNobody(badge: Badge): boolean {
  const isKey = /^did:(?:key|jwk):/.test(badge.issuer.id ?? '');
  return isKey && askedHosts(badge).length === 0 && badge.status.length + badge.endorsements.length === 0;
}

function isDid(id: string | null): id is string {
  return id?.startsWith('did:') === true;
}
