import type { CommandId } from '../../shared/commands.ts';
import { collectionWords } from '../../shared/text/ui-dialog-words.ts';
import { treeWords, viewWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keysOf } from '../commands/platform.ts';
import { runCommand } from '../commands/run-command.ts';
import { useLibrary } from '../state/library-store.ts';
import { useOwnOrder } from '../state/own-order-shown.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuEntry } from '../ui/menu-list.tsx';

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
  const isOwnOrder = useOwnOrder();
  const canOrder = useSelection(({ selected }) => selected.size > 0) && isOwnOrder;
  if (!isCollection || isReadOnly) return null;
  return (
    <Menu
      label={uiWords.moreForCollection}
      trigger={<IconButton icon="more" label={uiWords.moreForCollection} />}
      entries={
        isSmart
          ? [editSearch, ...common.filter(({ id }) => id !== 'collection.create-inside')]
          : [...(canOrder ? moves : []), ...orders, ...common]
      }
      // Every entry above is named after its command.
      onChoose={(id) => runCommand(id as CommandId)}
    />
  );
}

const editSearch = { id: 'collection.edit-search', title: treeWords.editSearch, icon: 'search' } as const;

/** For the selected badges. */
const moves: readonly (MenuEntry & { readonly id: CommandId })[] = [
  { id: 'order.start', title: viewWords.toStart, icon: 'badge', keys: keysOf('order.start') },
  { id: 'order.earlier', title: viewWords.earlier, icon: 'badge', keys: keysOf('order.earlier') },
  { id: 'order.later', title: viewWords.later, icon: 'badge', keys: keysOf('order.later') },
  { id: 'order.end', title: viewWords.toEnd, icon: 'badge', keys: keysOf('order.end') },
];

/** For the whole collection. */
const orders: readonly (MenuEntry & { readonly id: CommandId })[] = [
  { id: 'order.by-name', title: viewWords.byName, icon: 'sort', startsPart: true },
  { id: 'order.by-issuer', title: viewWords.byIssuer, icon: 'sort' },
  { id: 'order.by-issued', title: viewWords.byIssued, icon: 'sort' },
  { id: 'order.by-added', title: viewWords.byAdded, icon: 'sort' },
];

const common: readonly (MenuEntry & { readonly id: CommandId })[] = [
  {
    id: 'export.open',
    title: collectionWords.export,
    icon: 'share',
    keys: keysOf('export.open'),
    startsPart: true,
  },
  {
    id: 'collection.rename',
    title: collectionWords.rename,
    icon: 'pencil',
    keys: keysOf('collection.rename'),
  },
  { id: 'collection.create-inside', title: treeWords.createInside, icon: 'plus' },
  { id: 'collection.move', title: treeWords.move, icon: 'collection' },
  { id: 'collection.delete', title: collectionWords.delete, icon: 'trash' },
];
