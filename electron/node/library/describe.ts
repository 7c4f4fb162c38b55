import type { Badge } from '../../../shared/badge/model.ts';
import {
  describedBy,
  describedOf,
  mayBeCompleted,
  withRewritten,
} from '../../../shared/library/described.ts';
import type { Described } from '../../../shared/library/facts.ts';
import { limits } from '../../../shared/limits.ts';
import { createBatcher } from '../batcher.ts';
import { type ReadingBadges, readBadge } from '../check/read-badge.ts';
import { capturedDocuments, noPacks } from './captures.ts';
import type { ObjectStore } from './object-store.ts';

/** Keeps what captured documents add to badges that only name their badge class and issuer. */
export interface Describer {
  /** Records it for one badge, where there is something new. What cannot be read adds nothing. */
  describe(id: string, badge: Badge): Promise<void>;
  /** The same for every badge that names one of these addresses: a document came that they were waiting for. */
  describeAllNaming(urls: ReadonlySet<string>): Promise<void>;
}

export function createDescriber(library: DescribedLibrary, signal: AbortSignal | undefined): Describer {
  const { core, engine, documents } = library;
  const record = createBatcher(limits.importFilesAtOnce, (items: readonly Told[]) =>
    core.commit(() => ({
      records: items.map(({ id, described }) => ({
        action: null,
        changes: [{ kind: 'badge.described' as const, badge: id, described }],
      })),
      value: items,
    })),
  );

  async function describe(id: string, badge: Badge): Promise<void> {
    if (!mayBeCompleted(core.state, badge)) return;
    // Words that are kept come from what was captured here: they would outlive a trust pack.
    const captured = capturedDocuments(core.state, documents, noPacks);
    const completion = await engine.complete(badge, captured, signal).catch(() => null);
    const known = core.state.badges.get(id)?.described?.value ?? null;
    const now = completion === null ? null : describedOf(completion);
    const described = now === null ? null : withRewritten(known, now);
    if (described === null || JSON.stringify(described) === JSON.stringify(known)) return;
    await record({ id, described });
  }

  return {
    describe,
    describeAllNaming: async (urls) => {
      if (urls.size === 0) return;
      for (const id of describedBy(core.state, urls)) {
        if (signal?.aborted === true) return;
        const badge = await readBadge(library, id, signal).catch(() => null);
        if (badge !== null) await describe(id, badge);
      }
    },
  };
}

interface DescribedLibrary extends ReadingBadges {
  readonly documents: ObjectStore;
}

interface Told {
  readonly id: string;
  readonly described: Described;
}
