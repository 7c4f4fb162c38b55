import { Header, ListBox, ListBoxItem, ListBoxSection, useDragAndDrop } from 'react-aria-components';
import type { CollectionView } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { addToCollection } from '../commands/collection-commands.ts';
import { keysOf } from '../commands/platform.ts';
import { runCommand } from '../commands/run-command.ts';
import { badgeDragType } from '../grid/drag-type.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { zones } from '../ui/focus.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { dropOnEntry } from './drop-target.ts';
import { keyOfPlace, placeOfKey } from './place-key.ts';
import styles from './sidebar.module.css';

const noCollections: readonly CollectionView[] = [];

/** Places at the left: all badges, yours, and the collections, which take badges dropped on them. */
export function Sidebar() {
  const view = useLibrary(({ library }) => (library.kind === 'ready' ? library.view : null));
  const place = usePlace((state) => state.place);
  const go = usePlace((state) => state.go);
  const collections = view?.collections ?? noCollections;
  const yoursCount = view?.badges.filter((card) => card.recipient === 'yours').length ?? 0;
  const isReadOnly = view?.readOnly ?? true;
  const { dragAndDropHooks } = useDragAndDrop({
    acceptedDragTypes: [badgeDragType],
    dropTargetDelegate: dropOnEntry,
    getDropOperation: () => 'copy',
    shouldAcceptItemDrop: ({ key, dropPosition }) =>
      dropPosition === 'on' && placeOfKey(String(key)).kind === 'collection' && !isReadOnly,
    onItemDrop: ({ target, items }) => void takeDrop(String(target.key), items),
  });

  return (
    <nav className={styles.sidebar} aria-label={uiWords.places} data-zone={zones.places}>
      <ListBox
        aria-label={uiWords.places}
        className={classNames(styles.list)}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[keyOfPlace(place)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) go(placeOfKey(String(key)));
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        <ListBoxSection aria-label={uiWords.badges}>
          <Entry id="all" icon="badge" name={uiWords.allBadges} count={view?.badges.length ?? null} />
          <Entry
            id="yours"
            icon="person"
            name={uiWords.yourBadges}
            count={view === null ? null : yoursCount}
          />
        </ListBoxSection>
        {collections.length === 0 ? null : (
          <ListBoxSection className={classNames(styles.collections)}>
            <Header className={classNames(styles.heading)}>{uiWords.collections}</Header>
            {collections.map((collection) => (
              <Entry
                key={collection.id}
                id={keyOfPlace({ kind: 'collection', id: collection.id })}
                icon="collection"
                name={displayName(collection.name)}
                count={collection.badgeIds.length}
              />
            ))}
          </ListBoxSection>
        )}
      </ListBox>
      {view !== null && collections.length === 0 ? (
        <div className={styles.hint}>
          <p className={styles.heading}>{uiWords.collections}</p>
          <p>{uiWords.noCollections}</p>
        </div>
      ) : null}
      <div className={styles.foot}>
        <Button
          kind="quiet"
          icon="plus"
          className={styles.create}
          isDisabled={isReadOnly}
          onPress={() => runCommand('collection.create')}
        >
          {uiWords.newCollection}
        </Button>
        <IconButton
          icon="settings"
          label={uiWords.settings}
          keys={keysOf('settings.open')}
          onPress={() => runCommand('settings.open')}
        />
      </div>
    </nav>
  );
}

interface EntryProps {
  readonly id: string;
  readonly icon: IconName;
  readonly name: string;
  readonly count: number | null;
}

function Entry({ id, icon, name, count }: EntryProps) {
  return (
    <ListBoxItem id={id} className={classNames(styles.entry)} textValue={name}>
      <Icon name={icon} />
      <span className={styles.name}>
        <bdi>{name}</bdi>
      </span>{' '}
      <span className={styles.count}>{count}</span>
    </ListBoxItem>
  );
}

interface DroppedItem {
  readonly kind: string;
  getText?(type: string): Promise<string>;
}

async function takeDrop(key: string, items: readonly DroppedItem[]): Promise<void> {
  const place = placeOfKey(key);
  if (place.kind !== 'collection') return;
  const ids = await Promise.all(items.map((item) => item.getText?.(badgeDragType) ?? ''));
  await addToCollection(
    place.id,
    ids.filter((id) => id !== ''),
  );
}
