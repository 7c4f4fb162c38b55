import { clockFindings } from './clock-sanity.ts';
import type { ProofOutcome } from './proof-outcome.ts';
import type { RecipientMatch, Report, Standing } from './report.ts';
import { axisOf, checkOf, type Finding, type Run } from './run.ts';
import type { StatusOutcome } from './status-outcome.ts';
import { conformanceOf } from './structure.ts';
import type { Validity } from './validity.ts';
import { standingAt } from './verdict.ts';

/** The outcome of every check of one badge. */
export interface CheckedParts {
  readonly proof: ProofOutcome;
  readonly status: StatusOutcome;
  readonly validity: Validity;
  readonly structure: readonly Finding[];
  readonly recipient: { readonly match: RecipientMatch; readonly finding: Finding };
  readonly endorsements: readonly Report[];
}

/** Puts the checks together into the dated facts of a report: the proof, the issuer, the dates, the status, the rules. */
export function reportOf(parts: CheckedParts, run: Run): Report {
  const { proof, status, validity, structure, recipient } = parts;
  const findings = [
    ...proof.findings,
    ...status.findings,
    ...validity.findings,
    ...clockFindings(run),
    ...structure,
    recipient.finding,
  ];
  const fromMs = latest(validity.fromMs, proof.fromMs);
  const untilMs = earliest(validity.untilMs, proof.untilMs);
  const undated: Report = {
    format: 1,
    engine,
    checkedAt: run.local.asOf,
    mode: run.ports.documents.mode,
    integrity: axisOf(proof.integrity, proof.integrityFact),
    issuerBinding: axisOf(proof.issuerBinding, proof.bindingFact),
    standing: axisOf<Standing>(status.standing, status.fact),
    conformance: axisOf(conformanceOf(findings), run.local),
    recipient: axisOf(recipient.match, run.local),
    unsignedPaths: proof.unsignedPaths,
    validity: { from: rfc3339(fromMs), until: rfc3339(untilMs) },
    checks: findings.map((finding) => checkOf(finding, run)),
    endorsements: parts.endorsements,
  };
  const value = standingAt(undated, run.nowMs);
  return value === status.standing ? undated : { ...undated, standing: { ...undated.standing, value } };
}

/** Who made a report, or an exported page. */
export const engine = 'badge-backpack/0.1.0';

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function rfc3339(ms: number | null): string | null {
  return ms === null || Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString();
}
