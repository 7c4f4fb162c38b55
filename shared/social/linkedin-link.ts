import { limits } from '../limits.ts';
import { displayText } from '../text/display-text.ts';
import type { SharedBadge } from './shared-badge.ts';

/** What LinkedIn's form “Add licence or certification” is filled with; by its own names, in its order. */
export type LinkedInFields = readonly LinkedInField[];

export interface LinkedInField {
  readonly name: LinkedInFieldName;
  readonly value: string;
}

export type LinkedInFieldName =
  | 'name'
  | 'organizationName'
  | 'issueYear'
  | 'issueMonth'
  | 'expirationYear'
  | 'expirationMonth'
  | 'certUrl'
  | 'certId';

export interface LinkedInLink {
  readonly url: string;
  /** Exactly what the address carries. */
  readonly fields: LinkedInFields;
}

/**
 * The address that opens LinkedIn's form with what may leave of a badge. Every value is percent-encoded by
 * `URLSearchParams` (WHATWG URL, section 5.2), so that none becomes another field, another host or a header line. Long
 * names are shortened until the address may be opened (`limits.linkCharacters`).
 */
export function linkedInLink(badge: SharedBadge): LinkedInLink {
  for (let clusters: number = limits.shownNameClusters; ; clusters = Math.floor(clusters / 2)) {
    const fields = fieldsOf(badge, clusters);
    const url = urlOf(fields);
    if (url.length <= limits.linkCharacters || clusters <= 1) return { url, fields };
  }
}

const formAddress = 'https://www.linkedin.com/profile/add';

function urlOf(fields: LinkedInFields): string {
  const url = new URL(formAddress);
  url.searchParams.append('startTask', 'CERTIFICATION_NAME');
  for (const { name, value } of fields) url.searchParams.append(name, value);
  return url.href;
}

function fieldsOf(badge: SharedBadge, clusters: number): LinkedInFields {
  const cut = (text: string): string => displayText(text, clusters);
  const [issueYear, issueMonth] = yearAndMonth(badge.issuedOn);
  const [expirationYear, expirationMonth] = yearAndMonth(badge.validUntil);
  const values: Readonly<Record<LinkedInFieldName, string>> = {
    name: cut(badge.name),
    organizationName: cut(badge.issuer.name),
    issueYear,
    issueMonth,
    expirationYear,
    expirationMonth,
    certUrl: fitting(badge.page?.url ?? null),
    certId: fitting(badge.identifier),
  };
  // Its own keys are exactly the names, by its type.
  const names = Object.keys(values) as readonly LinkedInFieldName[];
  return names.map((name) => ({ name, value: values[name] })).filter(({ value }) => value !== '');
}

/** Whole or not at all: the half of an address or an id is another one. */
function fitting(text: string | null): string {
  const encoded = new URLSearchParams([['', text ?? '']]).toString();
  return text === null || encoded.length > limits.linkedInValueCharacters ? '' : text;
}

/** Of a day as `2026-05-03`: `2026` and `5`, as LinkedIn's form counts months. */
function yearAndMonth(day: string | null): readonly [string, string] {
  const [, year, month] = /^(\d{4})-(\d{2})-/.exec(day ?? '') ?? [];
  return year === undefined || month === undefined ? ['', ''] : [year, String(Number(month))];
}
