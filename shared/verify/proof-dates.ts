import { readDate } from '../badge/dates.ts';
import { own } from '../badge/fields.ts';
import type { JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { ProofOutcome } from './proof-outcome.ts';
import type { Run } from './run.ts';

/** A proof counts from its creation and until its own end; neither can be read away (threat B10). */
export function withProofDates(outcome: ProofOutcome, proof: JsonObject, id: string, run: Run): ProofOutcome {
  const created = own(proof, 'created');
  const expires = own(proof, 'expires');
  const createdMs = typeof created === 'string' ? readDate(created) : null;
  const untilMs = typeof expires === 'string' ? readDate(expires) : null;
  const findings = [...outcome.findings];
  const isUnreadable = (value: unknown, ms: number | null) => value !== undefined && ms === null;
  if (isUnreadable(created, createdMs) || isUnreadable(expires, untilMs)) {
    findings.push({ id: 'structure.proof-dates', outcome: 'fail', code: 'proof/bad-date' });
  }
  const isFuture = createdMs !== null && createdMs - limits.proofCreatedSkewMs > run.nowMs;
  if (isFuture) {
    const facts = { date: String(created) };
    findings.push({ id: `${id}.dates`, outcome: 'fail', code: 'proof/future', facts });
  }
  if (untilMs !== null && untilMs < run.nowMs) {
    const facts = { date: String(expires) };
    findings.push({ id: `${id}.dates`, outcome: 'fail', code: 'proof/expired', facts });
  }
  return { ...outcome, findings, fromMs: isFuture ? createdMs : null, untilMs };
}
