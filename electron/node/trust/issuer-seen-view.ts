import type { Badge } from '../../../shared/badge/model.ts';
import type { IssuerSeenView } from '../../../shared/ipc/views.ts';
import type { TrustState } from '../../../shared/library/trust-state.ts';
import { issuerSeenIn } from '../../../shared/trust/issuer-seen.ts';
import { isSameKey } from '../../../shared/verify/jwk.ts';
import { keyFingerprint, readKeyText } from '../../../shared/verify/key-text.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { nodeCrypto } from '../crypto.ts';

/** The issuer of a badge as its report saw them, and whether the owner knows them. */
export function issuerSeenView(
  report: Report | null,
  badge: Badge,
  { issuers }: Pick<TrustState, 'issuers'>,
): IssuerSeenView | null {
  const seen = report === null ? null : issuerSeenIn(report, badge);
  if (seen === null) return null;
  const key = readKeyText(seen.keys[0] ?? '');
  const entry = issuers.get(seen.id);
  const facts = entry?.present?.value === true ? (entry.facts?.value ?? null) : null;
  const pins = (facts?.keys ?? []).map(readKeyText);
  const isPinned = key !== null && pins.some((pin) => pin !== null && isSameKey(pin, key));
  return {
    id: seen.id,
    fingerprint: key === null ? null : keyFingerprint(key, nodeCrypto.digest),
    standing: standingOf(facts !== null, key === null || pins.length === 0 || isPinned),
  };
}

function standingOf(isKnown: boolean, isByThisKey: boolean): IssuerSeenView['standing'] {
  if (!isKnown) return 'unknown';
  return isByThisKey ? 'known' : 'known-by-other-key';
}
