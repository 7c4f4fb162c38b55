import { isShown } from '../../../shared/library/presence.ts';
import type { BadgeEntry, LibraryState } from '../../../shared/library/state.ts';
import { limits } from '../../../shared/limits.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { isIssuersDocument } from '../../../shared/trust/issuer-document.ts';
import { hostOfIssuer } from '../../../shared/verify/issuer-host.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';
import type { Checking } from '../check/check.ts';
import { readBadge } from '../check/read-badge.ts';
import { capturedDocuments, isProper, noPacks } from '../library/captures.ts';

/** A document that was captured here. */
export type Captured = Extract<DocumentAnswer, { kind: 'document' }>;

/** An issuer of badges that are here, and what was captured of it. */
export interface CollectedIssuer {
  readonly id: string;
  /** As a badge gives it. */
  readonly name: string;
  readonly badges: number;
  /** By their addresses: those alone in which issuers speak of themselves. */
  readonly documents: ReadonlyMap<string, Captured>;
}

/**
 * The newest captured documents that the badges of each wanted issuer rest on, as checks without a network ask for them,
 * and what else was captured from that issuer's host. What came here in somebody else's trust pack is not among them.
 */
export async function collectByIssuer(
  library: Checking,
  isWanted: (issuerId: string) => boolean,
  signal?: AbortSignal,
): Promise<readonly CollectedIssuer[]> {
  const { core } = library;
  const badges = [...core.state.badges].flatMap(([badgeId, entry]) => {
    const issuer = issuerOf(entry);
    return isShown(entry) && issuer.id !== '' && isWanted(issuer.id) ? [{ badgeId, ...issuer }] : [];
  });
  const issuers = new Map<string, { name: string; badges: number; documents: Map<string, Captured> }>();
  for (const { id, name } of badges) {
    const known = issuers.get(id) ?? { name: displayName(name), badges: 0, documents: new Map() };
    issuers.set(id, { ...known, badges: known.badges + 1 });
  }
  let next = 0;
  const work = async (): Promise<void> => {
    for (let badge = badges[next++]; badge !== undefined; badge = badges[next++]) {
      if (signal?.aborted === true) return;
      const noting = notingPort(library, issuers.get(badge.id)?.documents ?? new Map());
      await checkAgainst(noting, library, badge.badgeId, signal);
    }
  };
  await Promise.all(Array.from({ length: limits.libraryChecksAtOnce }, work));
  for (const [id, { documents }] of issuers) {
    const host = hostOfIssuer(id);
    if (host !== null) await collectOfHosts(library, new Set([host]), documents);
  }
  return [...issuers].map(([id, issuer]) => ({ id, ...issuer }));
}

/** Notes the newest of each document that was captured from these hosts. */
export async function collectOfHosts(
  library: Checking,
  hosts: ReadonlySet<string>,
  found: Map<string, Captured>,
): Promise<void> {
  const noting = notingPort(library, found);
  for (const url of ofHosts(library.core.state, hosts)) {
    await noting.get({ url, accept: '*/*', maxBytes: limits.httpJsonBytes });
  }
}

async function checkAgainst(
  port: DocumentPort,
  library: Checking,
  badgeId: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    const badge = await readBadge(library, badgeId);
    const nowMs = library.clock.now();
    const request = { documents: port, identities: [], trust: null, nowMs };
    await library.engine.verify(badge, { ...request, ...(signal === undefined ? {} : { signal }) });
  } catch {
    // A badge whose file is damaged names no documents.
  }
}

/** Answers what was captured here, and notes what may be passed on. */
function notingPort({ core, documents, clock }: Checking, found: Map<string, Captured>): DocumentPort {
  const captured = capturedDocuments(core.state, documents, noPacks);
  const now = new Date(clock.now()).toISOString();
  return {
    mode: captured.mode,
    get: async (request) => {
      const answer = await captured.get(request);
      if (answer.kind === 'document' && request.earlierThan === undefined && mayLeave(answer, now))
        found.set(request.url, answer);
      return answer;
    },
  };
}

function mayLeave(document: Captured, now: string): boolean {
  return isProper(document) && document.fetchedAt <= now && isIssuersDocument(document.bytes);
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
