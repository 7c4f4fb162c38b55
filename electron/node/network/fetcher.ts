import { type LookupAddress, promises as resolving, lookup as systemLookup } from 'node:dns';
import { BlockList, isIPv4, isIPv6, type LookupFunction } from 'node:net';
import { setTimeout as systemSleep } from 'node:timers/promises';
import { createSecureContext, rootCertificates } from 'node:tls';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { reservedIpv4 } from '../../../shared/verify/ip-address.ts';
import type { DocumentAnswer, DocumentPort, DocumentRequest } from '../../../shared/verify/ports.ts';
import { checkUrl, redirectTarget } from '../../../shared/verify/url-policy.ts';
import { sha256Hex } from '../files.ts';
import { createMemo } from '../memo.ts';
import { systemCode } from '../store-error.ts';
import { documentRoom } from './document-room.ts';
import { readBody } from './fetch-body.ts';
import { createHostGates, type HostGates, retryAfterMs } from './host-gates.ts';
import { networkCode } from './network-code.ts';

export interface FetcherOptions {
  /** The hosts (with a port where it is not 443) that the person agreed to ask; a redirect to another ends there. */
  readonly isAgreedHost?: (host: string) => boolean;
  /** Whether the person wants nobody to be asked any more: heard before each request, a redirect and a retry too. */
  readonly isOffline?: () => Promise<boolean>;
  /** Ends every request that is under way: whoever aborts it wants no answer any more. */
  readonly signal?: AbortSignal;

  /* The rest is for tests on loopback; the app gives none of it. */

  readonly lookup?: typeof systemLookup;
  readonly isNoName?: (hostname: string) => Promise<boolean>;
  readonly isAllowedAddress?: (address: string) => boolean;
  /** Authorities to trust, as PEM, instead of those that Node brings. */
  readonly authorities?: readonly string[];
  readonly nowMs?: () => number;
  readonly sleep?: (durationMs: number, signal: AbortSignal) => Promise<void>;
  readonly timeoutMs?: number;
}

/**
 * The one network door. Asks https alone, at public addresses alone: the name is judged before each hop, and the address
 * again when it is dialled, so that no name can lead inside (threats I01 to I09). Follows redirects itself, sends the
 * same few headers from every computer (N03), keeps no cookie, and stops at the limits of size and time. Each document
 * is asked for once in the life of the port, in the form that was wanted first; it has nothing of an earlier day. Never
 * throws.
 */
export function fetcherDocuments(options: FetcherOptions = {}): DocumentPort {
  const nowMs = options.nowMs ?? Date.now;
  const sleep = options.sleep ?? ((durationMs, signal) => systemSleep(durationMs, undefined, { signal }));
  const door: Door = {
    agent: createAgent(options),
    gates: createHostGates({ atOnce: limits.fetchesPerHostAtOnce, nowMs, sleep }),
    nowMs,
    timeoutMs: options.timeoutMs ?? limits.httpTimeoutMs,
    isAgreedHost: options.isAgreedHost ?? (() => true),
    isOffline: options.isOffline ?? (async () => false),
    atMost: (durationMs) =>
      options.signal === undefined
        ? AbortSignal.timeout(durationMs)
        : AbortSignal.any([AbortSignal.timeout(durationMs), options.signal]),
  };
  const remembered = createMemo(limits.rememberedDocuments, documentRoom);
  return {
    mode: 'online',
    get: async (request) =>
      request.earlierThan === undefined
        ? await remembered(request.url, () => answer(door, request))
        : { kind: 'unavailable', url: request.url, code: 'network/offline' },
  };
}

/** True for an address on the public internet. It is asked about the address that is dialled, never about a text. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return !notPublicIpv6.check(address, 'ipv6');
  // A list says of what is no address that it does not hold it.
  return isIPv4(address) && !notPublicIpv4.check(address, 'ipv4');
}

interface Door {
  readonly agent: Dispatcher;
  readonly gates: HostGates;
  readonly nowMs: () => number;
  readonly timeoutMs: number;
  readonly isAgreedHost: (host: string) => boolean;
  readonly isOffline: () => Promise<boolean>;
  readonly atMost: (durationMs: number) => AbortSignal;
}

interface Response {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly bytes: Uint8Array;
}

async function answer(door: Door, request: DocumentRequest): Promise<DocumentAnswer> {
  const { url } = request;
  try {
    const { finalUrl, response } = await follow(door, request);
    return {
      kind: 'document',
      url,
      finalUrl,
      status: response.status,
      contentType: response.header('content-type'),
      bytes: response.bytes,
      sha256: sha256Hex(response.bytes),
      fetchedAt: new Date(door.nowMs()).toISOString(),
      source: 'live',
      ...versionOf(response),
    };
  } catch (error) {
    return { kind: 'unavailable', url, code: networkCode(error), ...refusedHost(error) };
  }
}

function refusedHost(error: unknown): { readonly host?: string } {
  const host = error instanceof CodedError && error.code === 'network/not-agreed' ? error.facts.host : null;
  return typeof host === 'string' ? { host } : {};
}

/** What the server says of this version of a document, cut to what is kept. */
function versionOf({ header }: Response): {
  readonly etag?: string;
  readonly lastModified?: string;
  readonly maxAgeSeconds?: number;
} {
  const etag = header('etag')?.slice(0, limits.httpValidatorCharacters);
  const lastModified = header('last-modified')?.slice(0, limits.httpValidatorCharacters);
  const control = header('cache-control') ?? '';
  const maxAge = /\bno-(?:cache|store)\b/i.test(control)
    ? undefined
    : /\bmax-age=(\d{1,9})\b/i.exec(control)?.[1];
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(maxAge === undefined ? {} : { maxAgeSeconds: Number(maxAge) }),
  };
}

async function follow(
  door: Door,
  request: DocumentRequest,
): Promise<{ readonly finalUrl: string; readonly response: Response }> {
  // Old badges name http addresses: https is tried once instead, and nothing else (threat I12).
  let url = permitted(door, request.url.replace(/^http:/i, 'https:'));
  for (let hop = 0; hop <= limits.httpRedirects; hop += 1) {
    const response = await askPatiently(door, url, request);
    const location = redirectStatuses.has(response.status) ? response.header('location') : null;
    if (location === null) return { finalUrl: url.href, response };
    const target = redirectTarget(location, url);
    if (target === null) throw new CodedError('network/bad-url');
    url = permitted(door, target);
  }
  throw new CodedError('network/too-many-redirects');
}

/** Asks a host that is too busy once more, after the pause that it wants; longer ones are not waited for. */
async function askPatiently(door: Door, url: URL, request: DocumentRequest): Promise<Response> {
  const response = await ask(door, url, request);
  if (response.status !== 429 && response.status !== 503) return response;
  const wanted = retryAfterMs(response.header('retry-after'), door.nowMs()) ?? limits.backOffMs;
  if (wanted > limits.backOffMaxMs) return response;
  door.gates.pause(url.host, wanted);
  return await ask(door, url, request);
}

async function ask(door: Door, url: URL, { accept, maxBytes }: DocumentRequest): Promise<Response> {
  const leave = await door.gates.enter(url.host, door.atMost(door.timeoutMs));
  try {
    if (await door.isOffline()) throw new CodedError('network/offline');
    const signal = door.atMost(door.timeoutMs);
    const asking = door.agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { 'user-agent': userAgent, accept, 'accept-encoding': 'identity' },
      signal,
    });
    // The client hears a signal only once it is connected; what it does after that is of no interest.
    asking.catch(() => undefined);
    const { statusCode, headers, body } = await Promise.race([asking, refusalBy(signal)]);
    const header = (name: string): string | null => {
      const value = headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    };
    const bytes = await readBody(body, header('content-encoding'), maxBytes);
    return { status: statusCode, header, bytes };
  } finally {
    leave();
  }
}

function refusalBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, refuse) => {
    const tell = (): void => refuse(signal.reason);
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true });
  });
}

function permitted({ isAgreedHost }: Door, text: string): URL {
  const decision = checkUrl(text);
  if (!decision.ok) throw new CodedError(decision.code);
  if (!isAgreedHost(decision.url.host))
    throw new CodedError('network/not-agreed', { host: decision.url.host });
  decision.url.hash = '';
  return decision.url;
}

/**
 * The agent's trust does not depend on the environment: NODE_TLS_REJECT_UNAUTHORIZED and NODE_EXTRA_CA_CERTS change
 * nothing (threat I18), and there is no proxy.
 */
function createAgent(options: FetcherOptions): Agent {
  const { isAllowedAddress = isPublicAddress, authorities } = options;
  const connect = buildConnector({
    lookup: guardedLookup(options, isAllowedAddress),
    secureContext: createSecureContext({ ca: [...(authorities ?? rootCertificates)], minVersion: 'TLSv1.2' }),
    rejectUnauthorized: true,
    allowH2: false,
    timeout: limits.httpTimeoutMs,
  });
  return new Agent({
    connect: (options, callback) => {
      connect(options, (error, socket) => {
        if (error !== null) callback(error, null);
        else if (isAllowedAddress(socket.remoteAddress ?? '0.0.0.0')) callback(null, socket);
        else {
          socket.destroy();
          callback(new CodedError('network/private-host'), null);
        }
      });
    },
    headersTimeout: limits.httpTimeoutMs,
    bodyTimeout: limits.httpTimeoutMs,
    maxHeaderSize: limits.httpHeaderBytes,
    // Whatever a server wishes for: no site sees for minutes that somebody is here.
    keepAliveTimeout: limits.keepAliveMs,
    keepAliveMaxTimeout: limits.keepAliveMs,
  });
}

/**
 * One private address among the answers for a name is enough to refuse it. Without a network some systems say of every
 * name that there is none: only a name server's own word counts (threat D16).
 */
function guardedLookup(
  { lookup = systemLookup, isNoName = isNoNameByServer }: FetcherOptions,
  isAllowedAddress: (address: string) => boolean,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error?.code === 'ENOTFOUND') {
        void isNoName(hostname).then((isSo) =>
          callback(new CodedError(isSo ? 'network/no-such-name' : 'network/offline'), ''),
        );
      } else if (error !== null) callback(error, '');
      else if (first === undefined || !addresses.every(({ address }) => isAllowedAddress(address))) {
        callback(new CodedError('network/private-host'), '');
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Whether a name server itself says that there is no such name. `servers`: for tests; the system's own otherwise. */
export async function isNoNameByServer(hostname: string, servers?: readonly string[]): Promise<boolean> {
  const resolver = new resolving.Resolver({ timeout: limits.nameServerMs, tries: 1 });
  if (servers !== undefined) resolver.setServers(servers);
  try {
    await resolver.resolve4(hostname);
    return false;
  } catch (error) {
    return systemCode(error) === 'ENOTFOUND';
  }
}

/** The same from every computer and of every version. */
const userAgent = 'BadgeBackpack';
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Two lists, since a rule for IPv6 also meets IPv4 addresses, as those that it stands for. */
const notPublicIpv4 = new BlockList();
const notPublicIpv6 = new BlockList();
for (const [base, bits] of reservedIpv4) notPublicIpv4.addSubnet(base, bits, 'ipv4');
/** Of IPv6 only 2000::/3 is routed; of that, not what stands for IPv4 inside, for protocols or for examples. */
for (const [base, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublicIpv6.addSubnet(base, bits, 'ipv6');
}
