import type { CheckProgress } from '../../shared/ipc/views.ts';
import type { ChangedBadge, RecheckSummary } from '../../shared/ipc/watch-calls.ts';
import { limits } from '../../shared/limits.ts';
import { displayName } from '../../shared/text/display-text.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { type Visit, withAsked } from '../../shared/watch/plan-rechecks.ts';
import type { Library } from '../node/library/library.ts';
import type { WatchMemory } from './watch-memory.ts';

export interface RecheckOptions {
  readonly library: Pick<Library, 'view' | 'check' | 'hostsToAsk'>;
  /** For these hosts alone. */
  readonly documents: DocumentPort;
  readonly memory: WatchMemory;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly isScheduled: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: CheckProgress) => void;
}

/**
 * Checks badges again at their sites. That they were asked is kept before they are, so that a crash leads to no second
 * visit; what is different is kept until the person has read it.
 */
export async function recheck({ hosts, ids }: Visit, options: RecheckOptions): Promise<RecheckSummary> {
  const { library, memory, nowMs, random, isScheduled, signal, onProgress } = options;
  const { times } = await memory.get();
  await memory.change({ times: withAsked(times, { hosts, ids }, nowMs(), random) });
  const log = furtherHosts(options.documents);
  const { reports, differences, failures, cancelled } = await library.check(ids, {
    documents: log,
    signal,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const names = new Map(library.view().badges.map((card) => [card.id, displayName(card.name)]));
  const changed = [...differences].map(
    ([id, sentences]): ChangedBadge => ({ id, name: names.get(id) ?? '', sentences }),
  );
  const further = log.hosts();
  const found: RecheckSummary = {
    at: new Date(nowMs()).toISOString(),
    isScheduled,
    checked: reports.size,
    failed: failures.size,
    cancelled,
    changed,
    further,
    furtherIds: await whoseCheckAsks(new Set(further), ids, options),
  };
  const before = (await memory.get()).summary;
  // Nothing new that came by itself takes the place of nothing.
  if (!isScheduled || changed.length > 0) await memory.change({ summary: joined(before, found) });
  return found;
}

/** The badges of a visit that some of these hosts would be asked about. */
async function whoseCheckAsks(
  hosts: ReadonlySet<string>,
  ids: readonly string[],
  { library, signal }: RecheckOptions,
): Promise<readonly string[]> {
  if (hosts.size === 0 || signal.aborted) return [];
  const asked = await library.hostsToAsk(ids, { signal });
  return ids.filter((id) => asked.get(id)?.some((host) => hosts.has(host))).slice(0, limits.recheckRows);
}

/** What was not read yet stays, each badge once. */
function joined(before: RecheckSummary | null, found: RecheckSummary): RecheckSummary {
  const known = new Set(found.changed.map(({ id }) => id));
  const earlier = before?.changed.filter(({ id }) => !known.has(id)) ?? [];
  return { ...found, changed: [...found.changed, ...earlier].slice(0, limits.recheckRows) };
}

/** The port, and which hosts it was wanted to ask that nobody agreed to. */
function furtherHosts(port: DocumentPort): DocumentPort & { hosts(): readonly string[] } {
  const refused = new Set<string>();
  return {
    mode: port.mode,
    get: async (request) => {
      const answer = await port.get(request);
      if (answer.kind === 'unavailable' && answer.code === 'network/not-agreed' && answer.host !== undefined)
        refused.add(answer.host);
      return answer;
    },
    hosts: () => [...refused].sort().slice(0, limits.recheckHosts),
  };
}
