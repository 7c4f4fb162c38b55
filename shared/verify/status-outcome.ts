import { type Fact, type Finding, type Run, weakerFact } from './run.ts';

/** What the issuer's lists say about a badge. */
export interface StatusOutcome {
  readonly standing: 'current' | 'revoked' | 'suspended' | 'unknown';
  readonly fact: Fact;
  readonly findings: readonly Finding[];
}

/** Id of the check that a badge is not suspended, which says nothing about whether it was revoked. */
export const suspensionId = 'status.suspension';

/** An outcome of one finding. */
export function settled(
  id: string,
  outcome: Finding['outcome'],
  code: Finding['code'],
  standing: StatusOutcome['standing'],
  run: Run,
  facts: Readonly<Record<string, string>> = {},
  fact: Fact = run.local,
): StatusOutcome {
  return { standing, fact, findings: [{ id, outcome, code, facts, fact }] };
}

/** Both together: revoked before suspended before unknown before current. */
export function worseStatus(a: StatusOutcome, b: StatusOutcome): StatusOutcome {
  const order = { revoked: 0, suspended: 1, unknown: 2, current: 3 } as const;
  const findings = [...a.findings, ...b.findings];
  if (order[a.standing] === order[b.standing]) return { ...a, fact: weakerFact(a.fact, b.fact), findings };
  return { ...(order[a.standing] < order[b.standing] ? a : b), findings };
}
