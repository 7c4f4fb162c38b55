import { z } from 'zod';
import { limits } from '../limits.ts';
import { clockCheckId } from '../verify/clock-sanity.ts';
import type { Report } from '../verify/report.ts';
import { changeCodes } from '../verify/report-change.ts';
import { factText } from './facts.ts';

const source = z.enum(['live', 'captured', 'local']);

function axis<Value extends string>(values: readonly Value[]) {
  return z.object({
    value: z.enum(values),
    asOf: z.string(),
    source,
    freshUntil: z.string().exactOptional(),
    endsAt: z.string().exactOptional(),
  });
}

const check = z.object({
  id: z.string(),
  outcome: z.enum(['pass', 'warn', 'fail', 'unknown', 'not-applicable']),
  code: z.string().nullable(),
  asOf: z.string(),
  source,
  message: z.string(),
  detail: z.record(z.string(), z.string()).exactOptional(),
});

/** A report as a journal record holds it. Reports of later formats are kept in the journal, but not shown. */
export const reportSchema: z.ZodType<Report> = z.object({
  format: z.literal(1),
  engine: z.string(),
  checkedAt: z.string(),
  mode: z.enum(['online', 'offline']),
  integrity: axis(['intact', 'partial', 'altered', 'unsupported', 'unsigned']),
  issuerBinding: axis(['confirmed', 'self-asserted', 'unconfirmed', 'mismatch']),
  standing: axis(['current', 'expired', 'not-yet-valid', 'revoked', 'suspended', 'unknown']),
  conformance: axis(['conformant', 'deviates', 'malformed']),
  recipient: axis(['yours', 'not-yours', 'not-checked']),
  unsignedPaths: z.array(z.string()),
  validity: z.object({ from: z.string().nullable(), until: z.string().nullable() }),
  checks: z.array(check),
  about: z.object({ issuerName: z.string(), issuerId: z.string(), comment: z.string() }).exactOptional(),
  changes: z
    .array(z.object({ code: z.enum(changeCodes), since: z.string(), seenAt: z.string() }))
    .exactOptional(),
  get endorsements() {
    return z.array(reportSchema);
  },
});

/**
 * The part of a report that a verdict is computed from, and who endorses the badge: small enough to keep for every badge in memory. The whole one
 * stays in the journal.
 */
export function reportFacts(report: Report): Report {
  return {
    ...report,
    checks: report.checks
      .filter((one) => one.id.startsWith('status.') || one.id === clockCheckId)
      .map(({ id, outcome, code, asOf, source: from }) => ({
        id,
        outcome,
        code,
        asOf,
        source: from,
        message: '',
      })),
    unsignedPaths: [],
    endorsements: report.endorsements.slice(0, limits.endorsementsPerBadge).map(endorserFacts),
  };
}

/** Of an endorsement only by whom it is: whoever comes to know them judges it anew. */
function endorserFacts(endorsement: Report): Report {
  const about = { issuerName: '', issuerId: factText(endorsement.about?.issuerId ?? ''), comment: '' };
  const { changes: _, ...rest } = endorsement;
  return { ...rest, about, checks: [], unsignedPaths: [], endorsements: [] };
}
