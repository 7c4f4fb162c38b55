import { type JournalRecord, stampOf } from './operations.ts';

/**
 * Two histories as one: each record once, in the total order of all devices. Commutative, associative and idempotent,
 * so that any number of devices and conflict copies come to the same history in whatever order they meet.
 */
export function mergeHistories(
  a: readonly JournalRecord[],
  b: readonly JournalRecord[],
): readonly JournalRecord[] {
  const byStamp = new Map<string, JournalRecord>();
  for (const record of [...a, ...b]) byStamp.set(stampOf(record), record);
  return [...byStamp.entries()].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, record]) => record);
}
