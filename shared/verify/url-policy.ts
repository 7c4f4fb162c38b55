import type { ErrorCode } from '../errors.ts';
import { isPublicIpv4, isPublicIpv6 } from './ip-address.ts';

/** A URL that may be asked for, or the code of why not. */
export type UrlDecision =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly code: Extract<ErrorCode, 'network/bad-url' | 'network/private-host'> };

/**
 * Decides, before any request, whether a URL that a badge names may be asked for: https only, a public host, no
 * user name, no port but 443 unless the URL states a harmless one. It looks at the parsed URL, so that every spelling
 * of an address (`127.1`, `0x7f.1`, `①②⑦.0.0.1`) is judged by what it becomes. A name can still lead to a private
 * address: whoever dials must check the address too. Threats I01 to I05, I11, I15, I17, I22.
 */
export function checkUrl(text: string): UrlDecision {
  if (text.length > maxUrlCharacters || hasForbiddenCharacter(text)) return refused('network/bad-url');
  const url = parse(text);
  if (url === null || url.protocol !== 'https:') return refused('network/bad-url');
  if (url.username !== '' || url.password !== '') return refused('network/bad-url');
  if (url.port !== '' && !isAllowedPort(Number(url.port))) return refused('network/bad-url');
  return isPublicHost(url.hostname) ? { ok: true, url } : refused('network/private-host');
}

/**
 * Where a `Location` header leads (RFC 9110, 10.2.2), as text for `checkUrl`; null for one with control characters,
 * backslashes or a written line break, which a parser would take out or turn silently. Threats I14, I15.
 */
export function redirectTarget(location: string, from: URL): string | null {
  const isOdd = hasForbiddenCharacter(location.replaceAll(' ', ''));
  return isOdd || !URL.canParse(location, from) ? null : new URL(location, from).href;
}

/** True for a host (as `URL.hostname` gives it) that can lie on the public internet: a full name or a public address. */
export function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicIpv6(hostname.slice(1, -1));
  if (/^[0-9.]+$/.test(hostname)) return isPublicIpv4(hostname);
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  const labels = name.split('.');
  if (labels.length < 2 || labels.some((label) => label === '' || label.length > 63)) return false;
  return !privateSuffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

/** Names that never leave the local network or that RFC 6761, 6762, 7686 and 8375 reserve. */
const privateSuffixes = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'home.arpa',
  'onion',
  'invalid',
  'test',
];

const maxUrlCharacters = 2_048;

/** Ports below 1024 belong to other services; of the rest, those of databases and caches are refused by number. */
function isAllowedPort(port: number): boolean {
  return port === 443 || (port >= 1024 && !servicePorts.has(port));
}

const servicePorts = new Set([
  1433, 1521, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 4190, 5060, 5061, 5432, 5672, 5900, 5984, 6000, 6379,
  6443, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 8086, 9042, 9092, 9200, 9300, 10080, 10250, 11211, 27017,
]);

/** White space, control characters and backslashes: the URL parser would mend them silently. */
function hasForbiddenCharacter(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return /[\u0000-\u0020\u007f-\u00a0\\\u2028\u2029]/.test(text) || /%0[0ad]/i.test(text);
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function refused(code: 'network/bad-url' | 'network/private-host'): UrlDecision {
  return { ok: false, code };
}
