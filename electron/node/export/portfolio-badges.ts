import type { Badge } from '../../../shared/badge/model.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import type { ChosenBadge } from '../../../shared/portfolio/choose.ts';
import { type HeldFacts, heldFactsOf, withHeldFacts } from '../../../shared/portfolio/held-facts.ts';
import type { PageDocument } from '../../../shared/portfolio/page-data.ts';
import type { Clock, DocumentPort, DocumentRequest } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';
import type { Library } from '../library/library.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';

/** What an export takes its badges from. */
export interface PortfolioSources {
  readonly library: Pick<Library, 'details' | 'original' | 'captures'>;
  readonly engine: Pick<BadgeEngine, 'read' | 'verify'>;
  readonly clock: Clock;
}

/** A badge with what an export needs of it. */
export interface GatheredBadge extends ChosenBadge {
  readonly id: string;
  /** Its place among the badges of its file. */
  readonly index: number;
  readonly held: HeldFacts | null;
  /** As it stands in its file, without what documents add. */
  readonly plain: Badge;
}

export interface Gathered {
  readonly badges: ReadonlyMap<string, GatheredBadge>;
  /** The documents that checking them needed, read anew from the library. */
  readonly documents: () => AsyncIterable<PageDocument>;
}

export interface GatherOptions {
  readonly signal?: AbortSignal;
  readonly onBadge?: (done: number) => void;
}

/**
 * Reads and checks badges of the library as the readers of an export will: offline, from the saved documents, with
 * nobody's list of known issuers. Rejects with what the library rejects with for a badge, and with `input/cancelled`.
 */
export async function gatherBadges(
  sources: PortfolioSources,
  badgeIds: readonly string[],
  { signal, onBadge }: GatherOptions = {},
): Promise<Gathered> {
  const recorder = recordingDocuments(sources.library.captures());
  const badges = new Map<string, GatheredBadge>();
  const ids = [...new Set(badgeIds)];
  let next = 0;
  async function one(): Promise<void> {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      stopWhenCancelled(signal);
      const gathered = await gather(sources, id, recorder.port, signal);
      badges.set(id, gathered);
      onBadge?.(badges.size);
    }
  }
  await Promise.all(Array.from({ length: limits.libraryChecksAtOnce }, one));
  // In the order that was asked for, whichever came first.
  const ordered = new Map(ids.flatMap((id) => ofId(badges, id)));
  return { badges: ordered, documents: recorder.documents };
}

function ofId<Value>(map: ReadonlyMap<string, Value>, id: string): readonly (readonly [string, Value])[] {
  const value = map.get(id);
  return value === undefined ? [] : [[id, value]];
}

async function gather(
  { library, engine, clock }: PortfolioSources,
  id: string,
  documents: DocumentPort,
  signal: AbortSignal | undefined,
): Promise<GatheredBadge> {
  const { badge, report, fileName, sha256 } = await library.details(id);
  const { bytes, mediaType } = await library.original(id);
  const index = Number(id.split('.')[1] ?? 0);
  const plain = (await engine.read(bytes, fileName, signal)).badges[index]?.badge;
  if (plain === undefined) throw new CodedError('store/not-found');
  const fresh = await engine.verify(plain, {
    documents,
    identities: [],
    trust: null,
    nowMs: clock.now(),
    ...(signal === undefined ? {} : { signal }),
  });
  const held = report === null ? null : heldFactsOf(report, fresh);
  const original = { fileName, sha256, mediaType };
  return { id, index, badge, plain, held, report: withHeldFacts(held, fresh), original };
}

/** Remembers what was asked, not what was answered: the documents of many badges do not fit into memory. */
function recordingDocuments(captured: DocumentPort) {
  const asked = new Map<string, DocumentRequest>();
  const port: DocumentPort = {
    mode: 'offline',
    get: async (request) => {
      const answer = await captured.get(request);
      if (answer.kind === 'document') {
        const key = `${request.url} ${answer.sha256}`;
        asked.set(key, request);
      }
      return answer;
    },
  };
  async function* documents(): AsyncGenerator<PageDocument> {
    for (const [, request] of [...asked].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const answer = await captured.get(request);
      if (answer.kind === 'document') yield answer;
    }
  }
  return { port, documents };
}
