import type { FoundBadge } from '../../shared/badge/reading.ts';
import type { CodedError, ErrorCode } from '../../shared/errors.ts';
import { wordsFor } from '../../shared/text/errors.ts';
import type { Report } from '../../shared/verify/report.ts';
import { standingAt, verdictOf } from '../../shared/verify/verdict.ts';
import type { Checked } from './checked.ts';
import type { BadgeLine, ErrorLine, FileLine, ReportLine } from './json-lines.ts';

/**
 * The JSON line of one checked input. Verdicts are computed at `nowMs`; `way` are the entries of archives that lead to
 * the file.
 */
export function fileLine(
  file: string,
  checked: Checked,
  nowMs: number,
  way: readonly string[] = [],
): FileLine {
  if (checked.kind === 'refused') {
    const error = errorLine(checked.code, checked.facts);
    return { file, sha256: checked.sha256, error, container: null, badges: [] };
  }
  return {
    file,
    sha256: checked.sha256,
    error: null,
    container: checked.reading.container,
    badges: checked.badges.map(({ found, report }) => badgeLine(found, report, nowMs, way)),
  };
}

/** A coded failure with its words. */
function errorLine(code: ErrorCode, facts: CodedError['facts']): ErrorLine {
  const { message, next } = wordsFor(code, facts);
  return { code, message, next };
}

function badgeLine(
  { path, badge }: FoundBadge,
  report: Report,
  nowMs: number,
  way: readonly string[],
): BadgeLine {
  return {
    id: badge.credentialId,
    version: badge.version,
    form: badge.form,
    name: badge.name,
    issuer: { id: badge.issuer.id, name: badge.issuer.name },
    issuedOn: badge.issuedOn,
    expires: badge.expires,
    ...reportLine(report, nowMs),
    endorsements: report.endorsements.map((endorsement) => reportLine(endorsement, nowMs)),
    source: { path: [...way, ...path] },
  };
}

function reportLine(report: Report, nowMs: number): ReportLine {
  return {
    verdict: verdictOf(report, nowMs),
    integrity: report.integrity.value,
    issuerBinding: report.issuerBinding.value,
    standing: standingAt(report, nowMs),
    conformance: report.conformance.value,
    recipient: report.recipient.value,
    unsignedPaths: report.unsignedPaths,
    checks: report.checks.map(({ id, outcome, code, asOf, source, message }) => ({
      id,
      outcome,
      code,
      asOf,
      source,
      message,
    })),
  };
}
