import type { DeskReport } from '../../shared/desk/desk-report.ts';
import type { DeskBadge, DeskRow } from '../../shared/desk/desk-row.ts';
import { checkOf, reportedAt, reportOf } from './report.ts';

/** A badge on the desk with every field filled, but for what is changed. */
export function deskBadge(change: Partial<DeskBadge> = {}): DeskBadge {
  return {
    name: 'Welding 1',
    issuerName: 'Trade School',
    issuerId: 'trade-school.example',
    version: '3.0',
    issuedOn: '2026-05-03T09:00:00.000Z',
    expires: '2029-05-03T09:00:00.000Z',
    person: 'Anna Öst',
    isPersonHashed: false,
    verdict: 'verified',
    sentence: 'Signed by trade-school.example, and unchanged.',
    checkedAt: reportedAt,
    asOf: reportedAt,
    mode: 'offline',
    unchecked: [],
    wouldAsk: [],
    expected: 'not-checked',
    carried: null,
    ...change,
  };
}

export function deskRow(change: Partial<DeskRow> = {}): DeskRow {
  return {
    id: 'f0.0',
    file: 'candidates/anna/welding.png',
    sha256: 'ab'.repeat(32),
    failure: null,
    badge: deskBadge(),
    ...change,
  };
}

export function refusedDeskRow(change: Partial<DeskRow> = {}): DeskRow {
  const failure = {
    code: 'image/no-badge',
    message: 'This picture has no badge data.',
    next: 'Ask.',
  } as const;
  return deskRow({ id: 'f1', file: 'candidates/photo.png', badge: null, failure, ...change });
}

export function deskReport(change: Partial<DeskReport> = {}): DeskReport {
  const report = reportOf({
    checks: [checkOf('proof.eddsa-rdfc-2022'), checkOf('status.bitstring', { outcome: 'unknown' })],
  });
  return {
    madeAt: reportedAt,
    engine: 'badge-backpack/0.1.0',
    expected: '',
    rows: [
      { row: deskRow(), report },
      { row: refusedDeskRow(), report: null },
    ],
    ...change,
  };
}
