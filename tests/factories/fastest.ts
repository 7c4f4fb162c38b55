/**
 * Milliseconds of the fastest of three runs, so that a busy machine does not fail a test of an algorithm. Stops at the
 * first run that is below `enoughMs`.
 */
export function fastestMs(action: () => unknown, enoughMs = 0): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && fastest >= enoughMs; run++) {
    const started = performance.now();
    action();
    fastest = Math.min(fastest, performance.now() - started);
  }
  return fastest;
}
