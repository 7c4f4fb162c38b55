import { hostOf } from './documents.ts';
import { hostOfIssuer } from './issuer-host.ts';

/**
 * True for an address at the issuer's own site, and at those where the standards' own schemas lie: asking there tells no
 * third party of the badge.
 */
export function isNeighbour(url: string, issuerId: string | null): boolean {
  if (isOfStandards(url)) return true;
  const host = issuerId === null ? null : hostOfIssuer(issuerId);
  return host !== null && hostOf(url) === host;
}

/** True for an address where the standards' own schemas and vocabularies lie. */
export function isOfStandards(url: string): boolean {
  return standards.some((place) => url.startsWith(place));
}

const standards = [
  'https://purl.imsglobal.org/',
  'https://www.w3.org/',
  'https://w3id.org/openbadges/',
  'https://openbadgespec.org/',
];
