import { create } from 'zustand';
import { assertNever } from '../../shared/assert-never.ts';
import type { WatchNews, WatchView } from '../../shared/ipc/watch-calls.ts';

type Progress = Extract<WatchNews, { kind: 'progress' }>['progress'];

interface WatchStore {
  /** null: not asked yet. */
  readonly view: WatchView | null;
  readonly progress: Progress;
  /** The day that days are counted from: when main told last. */
  readonly nowMs: number;
  readonly told: (news: WatchNews) => void;
}

/** How the watch stands. */
export const useWatch = create<WatchStore>((set) => ({
  view: null,
  progress: null,
  nowMs: Date.now(),
  told: (news) => {
    switch (news.kind) {
      case 'progress':
        return set({ progress: news.progress });
      case 'view':
        return set({ view: news.view, nowMs: Date.now() });
      default:
        return assertNever(news);
    }
  },
}));
