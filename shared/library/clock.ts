import { limits } from '../limits.ts';

/**
 * Hybrid logical time as text that sorts: eleven base-36 digits of milliseconds, `-`, four of a counter. It never runs
 * backwards, whatever the wall clock does, and it runs past every time that was seen from another device.
 */
export type LogicalTime = string;

/** True for a text that is a logical time of this age of the world: after a later one no other could be written. */
export function isLogicalTime(text: string): boolean {
  return logicalTimePattern.test(text) && timeOf(text) <= limits.latestRecordMs;
}

/** Before every other: what is recorded at this time gives way to whatever else was ever recorded. */
export const firstTime: LogicalTime = '00000000000-0000';

/**
 * The next time after `last` (null: none yet), at the wall clock's `nowMs` or just past `last` if that is later; never
 * one that `isLogicalTime` refuses: then it is `last` again.
 */
export function nextTime(last: LogicalTime | null, nowMs: number): LogicalTime {
  const wall = timeText(Math.min(Math.max(0, Math.trunc(nowMs)), limits.latestRecordMs), 0);
  if (last === null || wall > last) return wall;
  const ms = Number.parseInt(last.slice(0, 11), 36);
  const count = Number.parseInt(last.slice(12), 36) + 1;
  if (count < counterLimit) return timeText(ms, count);
  return ms < limits.latestRecordMs ? timeText(ms + 1, 0) : last;
}

/** The later of two times. */
export function laterTime(a: LogicalTime | null, b: LogicalTime): LogicalTime {
  return a === null || b > a ? b : a;
}

/** The milliseconds of a logical time, or of a stamp that begins with one; 0 for anything else. */
export function timeOf(stamp: string): number {
  const ms = Number.parseInt(stamp.slice(0, 11), 36);
  return Number.isFinite(ms) ? ms : 0;
}

const logicalTimePattern = /^[0-9a-z]{11}-[0-9a-z]{4}$/;
const counterLimit = 36 ** 4;

function timeText(ms: number, count: number): LogicalTime {
  return `${ms.toString(36).padStart(11, '0')}-${count.toString(36).padStart(4, '0')}`;
}
