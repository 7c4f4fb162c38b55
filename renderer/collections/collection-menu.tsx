import type { CommandId } from '../../shared/commands.ts';
import { collectionWords } from '../../shared/text/ui-dialog-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keysOf } from '../commands/platform.ts';
import { runCommand } from '../commands/run-command.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';

/** What can be done with the collection that is shown. */
export function CollectionMenu() {
  const isCollection = usePlace(({ place }) => place.kind === 'collection');
  const isReadOnly = useLibrary(({ library }) => library.kind === 'ready' && library.view.readOnly);
  if (!isCollection || isReadOnly) return null;
  return (
    <Menu
      label={uiWords.moreForCollection}
      trigger={<IconButton icon="more" label={uiWords.moreForCollection} />}
      entries={entries}
      // Every entry above is named after its command.
      onChoose={(id) => runCommand(id as CommandId)}
    />
  );
}

const entries: readonly (MenuEntry & { readonly id: CommandId })[] = [
  { id: 'export.open', title: collectionWords.export, icon: 'share', keys: keysOf('export.open') },
  {
    id: 'collection.rename',
    title: collectionWords.rename,
    icon: 'collection',
    keys: keysOf('collection.rename'),
  },
  { id: 'collection.delete', title: collectionWords.delete, icon: 'trash' },
];
