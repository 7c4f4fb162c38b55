import type { BadgeEngine, FileEngine } from '../node/engine.ts';
import type { WorkerLane } from '../node/lanes/worker-lane.ts';

export interface OpeningThread extends FileEngine {
  close(): Promise<void>;
}

/** Opens archives, and what addresses lead to, in a thread that starts with the first of them. */
export function openingThread(newLane: () => WorkerLane): OpeningThread {
  let started: Promise<BadgeEngine> | null = null;
  const engine = () => {
    started ??= import('../node/lanes/lane-engine.ts').then(({ laneEngine }) => laneEngine(newLane));
    return started;
  };
  return {
    read: async (...words) => await (await engine()).read(...words),
    listArchive: async (...words) => await (await engine()).listArchive(...words),
    openPdf: async (...words) => await (await engine()).openPdf(...words),
    unpack: async (...words) => await (await engine()).unpack(...words),
    close: async () => await (await started)?.close(),
  };
}
