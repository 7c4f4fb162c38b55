import type { RenderProcessGoneDetails } from 'electron';

export interface PageRecoveryOptions {
  readonly reload: () => void;
  /** The page died too often: tells the person, in a native dialog. */
  readonly giveUp: () => void;
  /** One of the pictures that were just shown may have killed it. */
  readonly quarantine: () => void;
  readonly now: () => number;
  readonly maxReloads: number;
  /** Deaths that are further apart than this are no loop. */
  readonly loopMs: number;
}

/** What to do when the page's process is gone: load it again without its last pictures, but never in a loop. */
export function createPageRecovery(
  options: PageRecoveryOptions,
): (details: Pick<RenderProcessGoneDetails, 'reason'>) => void {
  let deaths: readonly number[] = [];
  return ({ reason }) => {
    if (reason === 'clean-exit') return;
    const now = options.now();
    deaths = [...deaths.filter((time) => now - time < options.loopMs), now];
    options.quarantine();
    if (deaths.length > options.maxReloads) options.giveUp();
    else options.reload();
  };
}
