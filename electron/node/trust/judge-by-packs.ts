import type { Change } from '../../../shared/library/operations.ts';
import type { TrustState } from '../../../shared/library/trust-state.ts';
import type { PackFacts } from '../../../shared/trust/pack-facts.ts';
import { hostOfIssuer } from '../../../shared/verify/issuer-host.ts';
import { judgedByDocuments } from '../../../shared/verify/judged-by-documents.ts';
import { badgesOfIssuers } from '../check/badges-of-issuers.ts';
import type { Checking } from '../check/check.ts';
import { judgedAnew, type Rejudged } from '../check/judged-anew.ts';

/**
 * The badges that a change of trust packs makes others, with their new reports: those whose issuer a pack is about. Badges
 * that were never checked, or stay the same, are left out.
 */
export async function judgedByPacks(
  library: Checking,
  changes: readonly Change[],
  after: TrustState,
): Promise<readonly Rejudged[]> {
  const packs = changes.flatMap((change) => ('pack' in change ? [change.facts] : []));
  if (packs.length === 0) return [];
  // A pack that takes the place of an older one brings more than it takes away.
  const came = changes.some(({ kind }) => kind === 'pack.added');
  return await judgedAnew(library, badgesOf(library, packs), after, (earlier, fresh) =>
    judgedByDocuments(earlier, fresh, { came, nowMs: library.clock.now() }),
  );
}

function badgesOf({ core }: Checking, packs: readonly PackFacts[]): readonly string[] {
  const hosts = new Set(packs.flatMap((pack) => pack.hosts));
  const issuers = new Set(packs.flatMap((pack) => pack.issuers));
  return badgesOfIssuers(core.state, (id) => issuers.has(id) || hosts.has(hostOfIssuer(id) ?? ''));
}
