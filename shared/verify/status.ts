import { listOf, own } from '../badge/fields.ts';
import type { Badge, StatusPointer } from '../badge/model.ts';
import type { ProofOutcome } from './proof-outcome.ts';
import { type Fact, type Finding, type Run, weakerFact } from './run.ts';

/** What the issuer's lists say about a badge. */
export interface StatusOutcome {
  readonly standing: 'current' | 'revoked' | 'suspended' | 'unknown';
  readonly fact: Fact;
  readonly findings: readonly Finding[];
}

/**
 * Every status that a credential names (standards 3.7): one that revokes wins, one that could not be read leaves the
 * standing unknown, and a status that nobody signed says nothing good. Threats D09 to D13.
 */
export async function checkStatus(badge: Badge, proof: ProofOutcome, run: Run): Promise<StatusOutcome> {
  const document = badge.source.kind === 'url' ? {} : badge.source.document;
  const named = listOf(own(document, 'credentialStatus')).length;
  if (proof.integrity === 'unsigned')
    return settled('status.none', 'not-applicable', 'status/not-signed', 'current', run);
  if (named === 0 && badge.status.length === 0)
    return settled('status.none', 'not-applicable', 'status/none', 'current', run);
  if (badge.status.length < named) {
    return settled('status.unsupported', 'unknown', 'status/unsupported', 'unknown', run, {
      type: 'unnamed',
    });
  }
  const isUnprotected = proof.unsignedPaths.some((path) => path.startsWith('/credentialStatus'));
  const outcomes: StatusOutcome[] = [];
  for (const pointer of badge.status) outcomes.push(await checkPointer(pointer, run));
  const worst = outcomes.reduce(worse);
  if (!isUnprotected || worst.standing === 'revoked') return worst;
  return worse(worst, settled('status.unprotected', 'unknown', 'status/unprotected', 'unknown', run));
}

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

async function checkPointer(pointer: StatusPointer, run: Run): Promise<StatusOutcome> {
  return settled('status.unsupported', 'unknown', 'status/unsupported', 'unknown', run, {
    type: pointer.type,
  });
}

const order = { revoked: 0, suspended: 1, unknown: 2, current: 3 } as const;

function worse(a: StatusOutcome, b: StatusOutcome): StatusOutcome {
  const findings = [...a.findings, ...b.findings];
  if (order[a.standing] === order[b.standing]) return { ...a, fact: weakerFact(a.fact, b.fact), findings };
  return { ...(order[a.standing] < order[b.standing] ? a : b), findings };
}
