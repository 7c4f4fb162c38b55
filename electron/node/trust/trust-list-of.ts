import { assertNever } from '../../../shared/assert-never.ts';
import { readFederation } from '../../../shared/trust/federation.ts';
import { readIssuerList } from '../../../shared/trust/read-issuer-list.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { verifyStatement } from '../check/verify-statement.ts';

/**
 * A file of issuers as a check takes it, for one run: the person named the file, so its own word on whose keys sign it
 * counts. A pin that cannot be read stays: it fits no key, and so is an alarm. Throws what `readIssuerList` and `readFederation` throw.
 */
export async function trustListOf(bytes: Uint8Array, fileName: string, nowMs: number): Promise<TrustList> {
  const list = readIssuerList(bytes, 'keep');
  const registry = fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  const source = 'captured' as const;
  switch (list.kind) {
    case 'known':
      return { issuers: list.issuers };
    case 'dcc-legacy': {
      const asOf = list.updatedAt ?? new Date(nowMs).toISOString();
      const listings = list.entries.map(({ id, name }) => ({
        issuer: id,
        name,
        registry,
        asOf,
        source,
        until: null,
      }));
      return { issuers: [], listings };
    }
    case 'openid-federation': {
      const { entries, name } = await readFederation(list.tokens, null, nowMs, verifyStatement);
      const listings = entries.map((entry) => ({
        issuer: entry.id,
        name: entry.name,
        registry: name || registry,
        asOf: entry.asOf,
        source,
        until: entry.until,
      }));
      return { issuers: [], listings };
    }
    default:
      return assertNever(list);
  }
}
