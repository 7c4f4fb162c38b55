import { setImmediate } from 'node:timers/promises';

/**
 * Gives signals, timers and sockets their turn now and then, in work that itself waits for nothing: without it an interrupt
 * would be heard when all is over. Most calls return at once.
 */
export function createBreather(everyMs: number): () => Promise<void> | null {
  let lastMs = performance.now();
  return () => {
    if (performance.now() - lastMs < everyMs) return null;
    return setImmediate().then(() => {
      lastMs = performance.now();
    });
  };
}
