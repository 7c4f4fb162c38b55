import type { MouseEvent } from 'react';
import { ListBoxItem } from 'react-aria-components';
import { displayName } from '../../shared/text/display-text.ts';
import { treeWords } from '../../shared/text/ui-organise-words.ts';
import { useFolds } from '../state/fold-store.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { CollectionRow } from './collection-rows.ts';
import { keyOfPlace } from './place-key.ts';
import styles from './sidebar.module.css';

interface PlaceEntryProps {
  readonly id: string;
  readonly icon: IconName;
  readonly name: string;
  readonly count: number | null;
}

/** A place in the list, with the number of its badges. */
export function PlaceEntry({ id, icon, name, count }: PlaceEntryProps) {
  return (
    <ListBoxItem id={id} className={classNames(styles.entry)} textValue={name}>
      <Icon name={icon} />
      <span className={styles.name} title={name}>
        <bdi>{name}</bdi>
      </span>{' '}
      <span className={styles.count}>{count}</span>
    </ListBoxItem>
  );
}

/** A collection in the tree: moved in by its depth, with a mark to fold what is in it (or the arrows left and right). */
export function CollectionEntry({ row }: { readonly row: CollectionRow }) {
  const { collection, depth, hasInside, isOpen } = row;
  const name = displayName(collection.name);
  return (
    <ListBoxItem
      id={keyOfPlace({ kind: 'collection', id: collection.id })}
      className={classNames(styles.entry, styles[`depth${Math.min(depth, deepestDrawn)}`])}
      textValue={name}
    >
      <Icon name={collection.search === null ? 'collection' : 'smart'} />
      <span className={styles.name} title={name}>
        <bdi>{name}</bdi>
      </span>{' '}
      {hasInside ? (
        // By keyboard the arrows fold; this mark is for the pointer alone, inside an option that is one stop.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
        <span
          className={styles.fold}
          data-open={isOpen}
          data-fold={collection.id}
          title={treeWords.open(name)}
          onPointerDown={stop}
          onMouseDown={stop}
          onClick={(event) => {
            stop(event);
            useFolds.getState().setOpen(collection.id, !isOpen);
          }}
        >
          <Icon name="chevron" size="small" />
        </span>
      ) : null}
      <span className={styles.count}>{collection.badgeIds.length}</span>
    </ListBoxItem>
  );
}

/** Deeper ones are moved in no further: the list is narrow. */
const deepestDrawn = 5;

function stop(event: Pick<MouseEvent, 'stopPropagation' | 'preventDefault'>): void {
  event.stopPropagation();
  event.preventDefault();
}
