import type { BadgeCard } from '../../shared/ipc/views.ts';
import type { ChangedBadge, RecheckSummary, WatchView } from '../../shared/ipc/watch-calls.ts';
import { endNotices } from '../../shared/watch/end-notices.ts';
import type { Ending } from '../../shared/watch/endings.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { rememberLast } from '../state/remember.ts';
import { useWatch } from './watch-store.ts';

/** What the watch has to tell that was not read yet. */
export interface News {
  /** Badges that end soon. */
  readonly ends: readonly Ending[];
  readonly changed: readonly ChangedBadge[];
  readonly summary: RecheckSummary | null;
  /** Whether it is told above the badges: what changed is not told twice where it is shown whole. */
  readonly isNoticed: boolean;
}

export function useNews(): News {
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : none));
  const view = useWatch((state) => state.view);
  const nowMs = useWatch((state) => state.nowMs);
  const isRunning = useWatch((state) => state.progress?.step === 'asking');
  const isShown = usePlace(({ place }) => place.kind === 'watch');
  const { ends, summary } = newsOf(badges, view, nowMs);
  const isNoticed = isRunning || ends.length > 0 || (!isShown && summary !== null);
  return { ends, changed: summary?.changed ?? [], summary, isNoticed };
}

const none: readonly BadgeCard[] = [];

const newsOf = rememberLast((badges: readonly BadgeCard[], view: WatchView | null, nowMs: number) => ({
  ends: view === null ? [] : endNotices(badges, view.knownEnds, nowMs),
  summary: view?.summary ?? null,
}));
