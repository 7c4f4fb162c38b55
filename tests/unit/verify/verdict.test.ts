import { describe, expect, it } from 'vitest';
import type {
  Axis,
  Conformance,
  Integrity,
  IssuerBinding,
  RecipientMatch,
  Report,
  Source,
  Standing,
} from '../../../shared/verify/report.ts';
import { verdictAsOf, verdictOf } from '../../../shared/verify/verdict.ts';

const now = Date.parse('2026-11-22T00:00:00Z');
const hourMs = 3_600_000;
const integrities: Integrity[] = ['intact', 'partial', 'altered', 'unsupported', 'unsigned'];
const issuers: IssuerBinding[] = ['confirmed', 'self-asserted', 'unconfirmed', 'mismatch'];
const standings: Standing[] = ['current', 'expired', 'not-yet-valid', 'revoked', 'suspended', 'unknown'];
const conformances: Conformance[] = ['conformant', 'deviates', 'malformed'];
const recipients: RecipientMatch[] = ['yours', 'not-yours', 'not-checked'];
const sources: Source[] = ['live', 'captured', 'local'];

interface Parts {
  integrity?: Integrity;
  issuer?: IssuerBinding;
  standing?: Standing;
  conformance?: Conformance;
  recipient?: RecipientMatch;
  source?: Source;
  asOfMs?: number;
  from?: string | null;
  until?: string | null;
  checks?: Report['checks'];
}

function reportOf(parts: Parts): Report {
  const asOf = new Date(parts.asOfMs ?? now).toISOString();
  const source = parts.source ?? 'local';
  const axis = <Value extends string>(value: Value): Axis<Value> => ({ value, asOf, source });
  return {
    format: 1,
    engine: 'test',
    checkedAt: new Date(now).toISOString(),
    mode: 'offline',
    integrity: axis(parts.integrity ?? 'intact'),
    issuerBinding: axis(parts.issuer ?? 'confirmed'),
    standing: axis(parts.standing ?? 'current'),
    conformance: axis(parts.conformance ?? 'conformant'),
    recipient: axis(parts.recipient ?? 'not-checked'),
    unsignedPaths: [],
    validity: { from: parts.from ?? null, until: parts.until ?? null },
    checks: parts.checks ?? [],
    endorsements: [],
  };
}

function* everyCombination(): Generator<Required<Omit<Parts, 'from' | 'until' | 'checks'>>> {
  for (const integrity of integrities)
    for (const issuer of issuers)
      for (const standing of standings)
        for (const conformance of conformances)
          for (const recipient of recipients)
            for (const source of sources)
              for (const asOfMs of [now, now - 25 * hourMs])
                yield { integrity, issuer, standing, conformance, recipient, source, asOfMs };
}

describe('verdictOf', () => {
  it('is green for intact, confirmed, current and not malformed, and for nothing else', () => {
    let combinations = 0;
    let green = 0;
    for (const parts of everyCombination()) {
      combinations += 1;
      const verdict = verdictOf(reportOf(parts), now);
      const mayBeGreen =
        parts.integrity === 'intact' &&
        parts.issuer === 'confirmed' &&
        parts.standing === 'current' &&
        parts.conformance !== 'malformed';
      expect(verdict.startsWith('verified'), JSON.stringify(parts)).toBe(mayBeGreen);
      if (mayBeGreen) green += 1;
    }
    expect(combinations).toBe(5 * 4 * 6 * 3 * 3 * 3 * 2);
    expect(green).toBe(2 * 3 * 3 * 2);
  });

  it('says the worst first', () => {
    for (const parts of everyCombination()) {
      const verdict = verdictOf(reportOf(parts), now);
      const expected =
        parts.integrity === 'altered'
          ? 'altered'
          : parts.issuer === 'mismatch'
            ? 'issuer-mismatch'
            : parts.standing === 'revoked'
              ? 'revoked'
              : parts.conformance === 'malformed'
                ? 'malformed'
                : null;
      if (expected !== null) expect(verdict, JSON.stringify(parts)).toBe(expected);
      else expect(['altered', 'issuer-mismatch', 'revoked', 'malformed']).not.toContain(verdict);
    }
  });

  it('never depends on whose badge it is', () => {
    for (const parts of everyCombination())
      expect(verdictOf(reportOf(parts), now)).toBe(
        verdictOf(reportOf({ ...parts, recipient: 'not-checked' }), now),
      );
  });

  it('needs live facts of the last day, or none at all, for "verified"', () => {
    const at = (source: Source, ageMs: number) => verdictOf(reportOf({ source, asOfMs: now - ageMs }), now);
    expect(at('local', 400 * 24 * hourMs)).toBe('verified');
    expect(at('live', 24 * hourMs)).toBe('verified');
    expect(at('live', 24 * hourMs + 1)).toBe('verified-earlier');
    expect(at('captured', 0)).toBe('verified-earlier');
  });

  it('a hosted badge that could not be asked is unchecked, one with no address is unsigned', () => {
    const hosted = reportOf({ integrity: 'unsigned', issuer: 'unconfirmed', standing: 'unknown' });
    const bare = reportOf({ integrity: 'unsigned', issuer: 'unconfirmed', standing: 'current' });
    expect(verdictOf(hosted, now)).toBe('unchecked');
    expect(verdictOf(bare, now)).toBe('unsigned');
  });

  it('a good signature with a status that could not be read is unchecked', () => {
    expect(verdictOf(reportOf({ standing: 'unknown' }), now)).toBe('unchecked');
  });

  it('a badge expires while its report lies in the library', () => {
    const report = reportOf({ until: '2026-11-22T00:00:00Z' });
    expect(verdictOf(report, now)).toBe('verified');
    expect(verdictOf(report, now + 120_001)).toBe('expired');
  });

  it('a badge that was not yet valid becomes valid, with what its status said', () => {
    const check = (outcome: 'pass' | 'unknown', code: string | null) => ({
      id: 'status.bitstring',
      outcome,
      code,
      asOf: '2026-11-22T00:00:00Z',
      source: 'live' as const,
      message: 'x',
    });
    const parts = { standing: 'not-yet-valid', from: '2026-12-01T00:00:00Z' } as const;
    const later = Date.parse('2026-12-02T00:00:00Z');
    expect(verdictOf(reportOf({ ...parts, checks: [check('pass', null)] }), now)).toBe('not-yet-valid');
    expect(verdictOf(reportOf({ ...parts, checks: [check('pass', null)] }), later)).toBe('verified');
    expect(verdictOf(reportOf({ ...parts, checks: [check('unknown', 'status/x')] }), later)).toBe(
      'unchecked',
    );
  });

  it('a hosted badge that could not be asked stays unchecked when its beginning has come', () => {
    const silent = { id: 'hosted.confirmation', outcome: 'unknown', code: 'hosted/unavailable' } as const;
    const newer = { id: 'status.list', outcome: 'warn', code: 'status/refresh' } as const;
    const at = { asOf: '2026-11-22T00:00:00Z', source: 'live', message: 'x' } as const;
    const parts = { standing: 'not-yet-valid', from: '2026-12-01T00:00:00Z' } as const;
    const later = Date.parse('2026-12-02T00:00:00Z');
    const hosted = reportOf({ ...parts, integrity: 'unsigned', checks: [{ ...silent, ...at }] });
    expect(verdictOf(hosted, later)).toBe('unchecked');
    expect(verdictOf(reportOf({ ...parts, checks: [{ ...newer, ...at }] }), later)).toBe('verified');
  });

  it('a revoked badge stays revoked whatever its dates say', () => {
    expect(verdictOf(reportOf({ standing: 'revoked', until: '2020-01-01T00:00:00Z' }), now)).toBe('revoked');
  });
});

describe('verdictAsOf', () => {
  it('is the date of the oldest document behind the report', () => {
    const report = reportOf({ source: 'captured', asOfMs: now - 5 * hourMs });
    expect(verdictAsOf(report)).toBe('2026-11-21T19:00:00.000Z');
  });

  it('is the moment of the check when nothing had to be asked', () => {
    expect(verdictAsOf(reportOf({ asOfMs: now - 5 * hourMs }))).toBe('2026-11-22T00:00:00.000Z');
  });
});
