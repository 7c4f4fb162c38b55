import { isShown } from '../../../shared/library/presence.ts';
import type { BadgeEntry, LibraryState } from '../../../shared/library/state.ts';
import { limits } from '../../../shared/limits.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { isIssuersDocument } from '../../../shared/trust/issuer-document.ts';
import type { PackDocument } from '../../../shared/trust/pack.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';
import { readBadge } from '../check/check.ts';
import type { Rejudging } from '../check/fresh-report.ts';
import { capturedDocuments, isProper, noPacks } from '../library/captures.ts';
import { hostOfIssuer } from './judge-by-packs.ts';

type Captured = Extract<DocumentAnswer, { kind: 'document' }>;

/** What a trust pack is made of. */
export interface Collected {
  readonly documents: readonly PackDocument[];
  /** Ids of the issuers, and their names as badges give them. */
  readonly issuers: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The newest captured documents that the badges of some issuers rest on, as checks without a network ask for them, and
 * what else was captured from these issuers' hosts. What came here in somebody else's trust pack is not passed on.
 */
export async function collectPack(library: Rejudging, wanted: readonly string[]): Promise<Collected> {
  const { core, documents, clock } = library;
  const captured = capturedDocuments(core.state, documents, noPacks);
  const found = new Map<string, Captured>();
  const noting = notingPort(captured, found);
  const issuers = new Map<string, string>();
  const isWanted = (id: string) =>
    wanted.length === 0 || wanted.includes(id) || wanted.includes(hostOfIssuer(id) ?? '');
  for (const [badgeId, entry] of core.state.badges) {
    const { id, name } = issuerOf(entry);
    if (!isShown(entry) || id === '' || !isWanted(id)) continue;
    if (!issuers.has(id)) issuers.set(id, displayName(name));
    await checkAgainst(noting, library, badgeId);
  }
  const hosts = new Set([...issuers.keys(), ...wanted].map((id) => hostOfIssuer(id) ?? id));
  for (const url of ofHosts(core.state, hosts)) {
    await noting.get({ url, accept: '*/*', maxBytes: limits.httpJsonBytes });
  }
  const now = new Date(clock.now()).toISOString();
  return {
    documents: [...found.values()]
      .filter(
        (document) => isProper(document) && document.fetchedAt <= now && isIssuersDocument(document.bytes),
      )
      .map(packDocument)
      .toSorted((a, b) => (a.url < b.url ? -1 : 1)),
    issuers: [...issuers].map(([id, name]) => ({ id, name })),
  };
}

async function checkAgainst(port: DocumentPort, library: Rejudging, badgeId: string): Promise<void> {
  try {
    const badge = await readBadge(library, badgeId);
    const nowMs = library.clock.now();
    await library.engine.verify(badge, { documents: port, identities: [], trust: null, nowMs });
  } catch {
    // A badge whose file is damaged names no documents.
  }
}

/** Notes what a port answers. */
function notingPort(port: DocumentPort, found: Map<string, Captured>): DocumentPort {
  return {
    mode: port.mode,
    get: async (request) => {
      const answer = await port.get(request);
      if (answer.kind === 'document' && request.earlierThan === undefined) found.set(request.url, answer);
      return answer;
    },
  };
}

function issuerOf(entry: BadgeEntry): { readonly id: string; readonly name: string } {
  const [described, facts] = [entry.described?.value, entry.facts?.value];
  return {
    id: described?.issuerId || facts?.issuerId || '',
    name: described?.issuerName || facts?.issuerName || '',
  };
}

function ofHosts({ documents }: LibraryState, hosts: ReadonlySet<string>): readonly string[] {
  return [...documents.keys()].filter((url) => /^https?:/.test(url) && hosts.has(URL.parse(url)?.host ?? ''));
}

/** Without what only its server needs: an ETag may say who asked. */
function packDocument(document: Captured): PackDocument {
  const { url, finalUrl, status, contentType, sha256, fetchedAt, bytes, maxAgeSeconds } = document;
  return {
    url,
    finalUrl,
    status,
    contentType,
    sha256,
    sizeBytes: bytes.length,
    fetchedAt: new Date(fetchedAt).toISOString(),
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
    bytes,
  };
}
