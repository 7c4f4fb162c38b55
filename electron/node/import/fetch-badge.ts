import { CodedError } from '../../../shared/errors.ts';
import { detectKind } from '../../../shared/image/detect.ts';
import { limits } from '../../../shared/limits.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';

/** A file that lies at an address, with the document that it came as. */
export interface FetchedBadge {
  readonly bytes: Uint8Array;
  /** The last part of its address, for its name. */
  readonly name: string;
  readonly document: Extract<DocumentAnswer, { kind: 'document' }>;
}

export interface FetchOptions {
  readonly documents: DocumentPort;
  readonly engine: Pick<BadgeEngine, 'read'>;
  /** Whether a page may send us on to this host (with a port where it is not 443). */
  readonly mayAsk: (host: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What lies at an address that a person gave: a badge's own data or picture, an archive, or a page. A page that holds no
 * badge is looked at for links to its data, and those on hosts that may be asked are tried, one step far and no further.
 * No script of it runs. Whether what comes is a badge is for the reader to say.
 *
 * @throws CodedError network/*; link/in-page and link/leads-on where the badge lies at a host that may not be asked;
 *   page/no-badge
 */
export async function fetchBadge(url: string, options: FetchOptions): Promise<FetchedBadge> {
  const first = await fetchFile(url, options.documents);
  const links = isPage(first.bytes) ? await linksOf(first, options) : null;
  if (links === null) return first;
  let failure: unknown = null;
  for (const link of links) {
    const { host } = new URL(link);
    if (!options.mayAsk(host)) throw new CodedError('link/in-page', { host, url: link });
    try {
      const next = await fetchFile(link, options.documents);
      if (!isPage(next.bytes)) return next;
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure ?? new CodedError('page/no-badge');
}

async function fetchFile(url: string, documents: DocumentPort): Promise<FetchedBadge> {
  if (!URL.canParse(url)) throw new CodedError('network/bad-url');
  const address = new URL(url);
  address.hash = '';
  const { host } = address;
  const answer = await documents.get({ url: address.href, accept, maxBytes: limits.httpImageBytes });
  if (answer.kind === 'unavailable') {
    if (answer.code !== 'network/not-agreed') throw new CodedError(answer.code, { host });
    throw new CodedError('link/leads-on', { host: answer.host ?? host, url: address.href });
  }
  if (answer.status < 200 || answer.status >= 300) {
    throw new CodedError('network/http-status', { host, status: answer.status });
  }
  if (answer.bytes.length === 0) throw new CodedError('network/not-json', { host });
  return { bytes: answer.bytes, name: lastPartOf(address), document: answer };
}

/** A badge's data first: many sites answer with it at the address of its page when they are asked so. */
const accept =
  'application/vc+ld+json, application/ld+json, application/json;q=0.9, image/png;q=0.8, image/svg+xml;q=0.8, */*;q=0.1';

function isPage(bytes: Uint8Array): boolean {
  return detectKind(bytes) === 'html';
}

/**
 * Where a page leads, the likeliest first; null: it holds a badge itself. The page is read where strangers' bytes are
 * read, with a line in front that says where it came from, as browsers write it into pages that they save.
 */
async function linksOf(
  { bytes, document }: FetchedBadge,
  { engine, signal }: FetchOptions,
): Promise<readonly string[] | null> {
  const from = `<!-- saved from url=(${String(document.finalUrl.length).padStart(4, '0')})${document.finalUrl} -->\n`;
  try {
    await engine.read(Buffer.concat([Buffer.from(from), bytes]), 'page.html', signal);
    return null;
  } catch (error) {
    const { url, others } = error instanceof CodedError ? error.facts : {};
    if (!(error instanceof CodedError) || error.code !== 'link/in-page' || typeof url !== 'string')
      throw error;
    return [url, ...(typeof others === 'string' ? others.split(' ') : [])];
  }
}

function lastPartOf({ pathname, host }: URL): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
