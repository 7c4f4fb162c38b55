import type { Badge } from '../badge/model.ts';
import type { Conformance } from './report.ts';
import type { Finding } from './run.ts';
import { structureOfAssertion } from './structure-ob2.ts';
import { structureOfCredential } from './structure-vc.ts';

/**
 * Whether a badge is built as the standard of its version says; a pass is one finding, each broken rule another. Where
 * parts may be withheld on purpose (SD-JWT) or follow another standard (Blockcerts), nothing is said.
 */
export function checkStructure(badge: Badge): readonly Finding[] {
  if (badge.source.kind === 'url' || badge.source.kind === 'sd-jwt' || badge.form === 'blockcerts') return [];
  const findings = findingsOf(badge);
  if (findings.some((finding) => finding.id.startsWith('structure.'))) return findings;
  return [...findings, { id: 'structure.rules', outcome: 'pass', code: 'structure/conformant' }];
}

/** The axis from all findings: a broken rule is `malformed`, a deviation `deviates`. */
export function conformanceOf(findings: readonly Finding[]): Conformance {
  const structure = findings.filter((finding) => finding.id.startsWith('structure.'));
  if (structure.some((finding) => finding.outcome === 'fail')) return 'malformed';
  return structure.some((finding) => finding.outcome === 'warn') ? 'deviates' : 'conformant';
}

function findingsOf(badge: Badge): readonly Finding[] {
  if (badge.source.kind === 'url') return [];
  switch (badge.version) {
    case '0.5':
    case '1.0':
    case '1.1':
    case '2.x':
      return structureOfAssertion(badge.source.document, badge);
    case '3.0':
    case 'clr-2.0':
    case 'vc-1.1':
    case 'vc-2.0':
      return structureOfCredential(badge.source.document, badge);
    case 'unknown':
      return [];
  }
}
