import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { lookAlikesOf } from '../../shared/text/look-alike.ts';
import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { useLibrary } from '../state/library-store.ts';

/** Warnings that the issuer of a badge looks like one that the person knows, and is another (threat C10). */
export function useLookAlikes({ badge, issuerSeen }: BadgeDetails): readonly string[] {
  const known = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.knownIssuers : null));
  if (issuerSeen?.standing === 'known') return [];
  const { id, url, name } = badge.issuer;
  return lookAlikesOf({ id: id ?? url ?? '', name: name ?? '' }, known ?? []).map((issuer) =>
    issuerWords.looksLike(issuer.name || issuer.id),
  );
}
