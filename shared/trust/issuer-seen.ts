import type { Badge } from '../badge/model.ts';
import { readKeyText } from '../verify/key-text.ts';
import type { Report } from '../verify/report.ts';
import { issuerIdPattern } from './issuer-facts.ts';

/** An issuer as a check saw them: what a person may know them by. */
export interface IssuerSeen {
  readonly id: string;
  /** The key that signed, as `keyText` writes it; none: the issuer's site answers for the badge. */
  readonly keys: readonly string[];
}

/**
 * The issuer behind a badge whose proof holds; null where there is nothing to know anybody by: no good proof, a proof of
 * somebody else's, no id. What the badge merely says of itself is never enough.
 */
export function issuerSeenIn(report: Report, badge: Pick<Badge, 'form' | 'issuer'>): IssuerSeen | null {
  const { integrity, issuerBinding } = report;
  const hasGoodProof = integrity.value === 'intact' || integrity.value === 'partial';
  if (!hasGoodProof || issuerBinding.value === 'mismatch') return null;
  if (badge.form === 'hosted') {
    const id = badge.issuer.id ?? badge.issuer.url;
    return id !== null && issuerIdPattern.test(id) && issuerBinding.value === 'confirmed'
      ? { id, keys: [] }
      : null;
  }
  for (const { id: check, detail } of report.checks) {
    if (!check.startsWith('issuer.') || detail === undefined) continue;
    const { issuer, signerKey } = detail;
    if (issuer === undefined || signerKey === undefined) continue;
    const isUsable = issuerIdPattern.test(issuer) && readKeyText(signerKey) !== null;
    return isUsable ? { id: issuer, keys: [signerKey] } : null;
  }
  return null;
}
