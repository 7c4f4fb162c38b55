import { isShown } from '../../../shared/library/presence.ts';
import type { LibraryState } from '../../../shared/library/state.ts';

/** The badges, by their ids, that are issued or endorsed by somebody who is meant. */
export function badgesOfIssuers(
  state: LibraryState,
  isMeant: (issuerId: string) => boolean,
): readonly string[] {
  return [...state.badges]
    .filter(([, entry]) => {
      const endorsers = entry.report?.value.endorsements.map(({ about }) => about?.issuerId) ?? [];
      const named = [entry.facts?.value.issuerId, entry.described?.value.issuerId, ...endorsers];
      return isShown(entry) && named.some((id) => id !== undefined && isMeant(id));
    })
    .map(([id]) => id);
}
