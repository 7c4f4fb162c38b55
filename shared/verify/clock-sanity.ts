import { limits } from '../limits.ts';
import type { Finding, Run } from './run.ts';

/**
 * A clock before the first Open Badges, before this program was written, or before a document that was already captured
 * is wrong: it shows expired badges as current, so that nothing may be green by it (threat D15, standards 4.3).
 */
export function clockFindings(run: Run): readonly Finding[] {
  return run.nowMs + limits.clockSkewMs >= Math.max(firstBadgesMs, run.notBeforeMs)
    ? []
    : [{ id: clockCheckId, outcome: 'warn', code: 'dates/clock' }];
}

/** The id of the check on this computer's clock. */
export const clockCheckId = 'dates.clock';

/** No computer that runs this program has an earlier date. In milliseconds since 1970. */
export const programWrittenMs = Date.UTC(2026, 0, 1);

const firstBadgesMs = Date.UTC(2011, 0, 1);
