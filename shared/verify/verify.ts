import type { Badge } from '../badge/model.ts';
import type { VerifyPorts } from './ports.ts';
import type { Axis, Report } from './report.ts';
import type { TrustList } from './trust.ts';

export interface VerifyOptions {
  /** The person's own addresses, as typed. */
  readonly identities: readonly string[];
  readonly trust: TrustList | null;
  readonly signal?: AbortSignal;
}

/**
 * Says about one badge all that can honestly be said, as dated facts. Never throws for a bad badge, and never takes
 * "could not be checked" for yes or for no.
 */
export async function verify(badge: Badge, ports: VerifyPorts, _options: VerifyOptions): Promise<Report> {
  const asOf = new Date(ports.clock.now()).toISOString();
  const axis = <Value extends string>(value: Value): Axis<Value> => ({ value, asOf, source: 'local' });
  return {
    format: 1,
    engine: 'badge-backpack/0.1.0',
    checkedAt: asOf,
    mode: ports.documents.mode,
    integrity: axis(badge.form === 'none' ? 'unsigned' : 'unsupported'),
    issuerBinding: axis('unconfirmed'),
    standing: axis('unknown'),
    conformance: axis('conformant'),
    recipient: axis('not-checked'),
    unsignedPaths: [],
    validity: { from: null, until: null },
    checks: [],
    endorsements: [],
  };
}
