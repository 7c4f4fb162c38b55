import { hostLog } from '../../../shared/desk/host-log.ts';
import { addressesOf } from '../../../shared/library/cards.ts';
import { limits } from '../../../shared/limits.ts';
import type { Checking } from '../check/check.ts';
import { readBadge } from '../check/read-badge.ts';
import { capturedDocuments } from '../library/captures.ts';
import type { HostsOptions } from '../library/library.ts';

/**
 * Which hosts a check online would ask about each of these badges, as far as what is here tells; asks none of them. A badge
 * that cannot be read asks nobody.
 */
export async function hostsToAsk(
  library: Checking,
  ids: readonly string[],
  { signal, onProgress }: HostsOptions = {},
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { core, documents, engine, clock, trust } = library;
  const captured = capturedDocuments(core.state, documents);
  const wanted = [...new Set(ids)];
  const found = new Map<string, readonly string[]>();
  let next = 0;
  let done = 0;

  async function lookAtNext(): Promise<void> {
    for (let id = wanted[next++]; id !== undefined; id = wanted[next++]) {
      if (signal?.aborted === true) return;
      const log = hostLog(captured);
      try {
        const badge = await readBadge(library, id, signal);
        await engine.verify(badge, {
          documents: log,
          identities: addressesOf(core.state),
          trust: await trust.trustFor(badge),
          nowMs: clock.now(),
          ...(signal === undefined ? {} : { signal }),
        });
        found.set(id, log.hosts());
      } catch {
        found.set(id, []);
      }
      onProgress?.({ done: ++done, total: wanted.length });
    }
  }

  await Promise.all(Array.from({ length: limits.libraryChecksAtOnce }, lookAtNext));
  return found;
}
