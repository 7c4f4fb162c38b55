import type { CollectionView } from '../../shared/ipc/views.ts';

export type CollectionChoice =
  | { readonly kind: 'existing'; readonly collection: CollectionView; readonly hasAll: boolean }
  | { readonly kind: 'new'; readonly name: string };

/** The collections whose names hold what was typed, and a new one of that name where there is none yet. */
export function collectionChoices(
  collections: readonly CollectionView[],
  badgeIds: readonly string[],
  typed: string,
): readonly CollectionChoice[] {
  const name = typed.trim();
  const wanted = name.toLocaleLowerCase();
  const found = collections
    .filter((collection) => collection.name.toLocaleLowerCase().includes(wanted))
    .map(
      (collection): CollectionChoice => ({
        kind: 'existing',
        collection,
        hasAll: badgeIds.every((id) => collection.badgeIds.includes(id)),
      }),
    );
  const isTaken = collections.some((collection) => collection.name.toLocaleLowerCase() === wanted);
  return name === '' || isTaken ? found : [...found, { kind: 'new', name }];
}
