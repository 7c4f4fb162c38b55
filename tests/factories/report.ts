import type { Axis, Check, Report } from '../../shared/verify/report.ts';

/** When reports of this factory were made. */
export const reportedAt = '2026-11-22T10:15:30.000Z';

export function axisOf<Value extends string>(value: Value, change: Partial<Axis<Value>> = {}): Axis<Value> {
  return { value, asOf: reportedAt, source: 'local', ...change };
}

export function checkOf(id: string, change: Partial<Check> = {}): Check {
  return {
    id,
    outcome: 'pass',
    code: null,
    asOf: reportedAt,
    source: 'local',
    message: `What ${id} found.`,
    ...change,
  };
}

/** A report of a good, confirmed, current badge, but for what is changed. */
export function reportOf(change: Partial<Report> = {}): Report {
  return {
    format: 1,
    engine: 'badge-backpack/0.1.0',
    checkedAt: reportedAt,
    mode: 'offline',
    integrity: axisOf('intact'),
    issuerBinding: axisOf('confirmed'),
    standing: axisOf('current'),
    conformance: axisOf('conformant'),
    recipient: axisOf('not-checked'),
    unsignedPaths: [],
    validity: { from: null, until: null },
    checks: [],
    endorsements: [],
    ...change,
  };
}
