import type { CommandId } from '../../shared/commands.ts';
import { collectionWords } from '../../shared/text/ui-dialog-words.ts';
import { treeWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keysOf } from '../commands/platform.ts';
import { runCommand } from '../commands/run-command.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';

/** What can be done with the collection that is shown. */
export function CollectionMenu() {
  const shownId = usePlace(({ place }) => (place.kind === 'collection' ? place.id : null));
  const isCollection = shownId !== null;
  const isSmart = useLibrary(
    ({ library }) =>
      library.kind === 'ready' &&
      library.view.collections.some(({ id, search }) => search !== null && id === shownId),
  );
  const isReadOnly = useLibrary(({ library }) => library.kind === 'ready' && library.view.readOnly);
  if (!isCollection || isReadOnly) return null;
  return (
    <Menu
      label={uiWords.moreForCollection}
      trigger={<IconButton icon="more" label={uiWords.moreForCollection} />}
      entries={
        isSmart ? [editSearch, ...common.filter(({ id }) => id !== 'collection.create-inside')] : common
      }
      // Every entry above is named after its command.
      onChoose={(id) => runCommand(id as CommandId)}
    />
  );
}

const editSearch = { id: 'collection.edit-search', title: treeWords.editSearch, icon: 'search' } as const;

const common: readonly (MenuEntry & { readonly id: CommandId })[] = [
  { id: 'export.open', title: collectionWords.export, icon: 'share', keys: keysOf('export.open') },
  {
    id: 'collection.rename',
    title: collectionWords.rename,
    icon: 'collection',
    keys: keysOf('collection.rename'),
  },
  { id: 'collection.create-inside', title: treeWords.createInside, icon: 'plus' },
  { id: 'collection.move', title: treeWords.move, icon: 'share' },
  { id: 'collection.delete', title: collectionWords.delete, icon: 'trash' },
];
