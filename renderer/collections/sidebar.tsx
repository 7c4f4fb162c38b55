import type { KeyboardEvent } from 'react';
import { Collection, Header, ListBox, ListBoxSection } from 'react-aria-components';
import type { CollectionView } from '../../shared/ipc/views.ts';
import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { binWords } from '../../shared/text/ui-organise-words.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keysOf } from '../commands/platform.ts';
import { runCommand } from '../commands/run-command.ts';
import { useDesk } from '../desk/desk-store.ts';
import { usePortfolios } from '../portfolio/portfolio-store.ts';
import { useFolds } from '../state/fold-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { zones } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useNews } from '../watch/use-news.ts';
import { collectionRows } from './collection-rows.ts';
import { CollectionEntry, PlaceEntry } from './place-entry.tsx';
import { keyOfPlace, placeOfKey } from './place-key.ts';
import styles from './sidebar.module.css';
import { useSidebarDrag } from './sidebar-drag.ts';

const noCollections: readonly CollectionView[] = [];

/** Places at the left: all badges, yours, the tree of collections, which take badges dropped on them, and the bin. */
export function Sidebar() {
  const view = useLibrary(({ library }) => (library.kind === 'ready' ? library.view : null));
  const place = usePlace((state) => state.place);
  const go = usePlace((state) => state.go);
  const folded = useFolds((state) => state.folded);
  const isShowingOpen = usePortfolios((state) => state.isOpen);
  const isDeskOpen = useDesk((state) => state.isOpen);
  const collections = view?.collections ?? noCollections;
  const rows = collectionRows(collections, folded).map((row) => ({ id: row.collection.id, row }));
  const yoursCount = view?.badges.filter((card) => card.recipient === 'yours').length ?? 0;
  const isReadOnly = view?.readOnly ?? true;
  const news = useNews();
  const noticeCount = news.ends.length + news.changed.length || null;
  const dragAndDropHooks = useSidebarDrag(isReadOnly);

  return (
    <nav
      className={styles.sidebar}
      aria-label={uiWords.places}
      data-zone={zones.places}
      onKeyDownCapture={foldByArrows}
    >
      <ListBox
        aria-label={uiWords.places}
        className={classNames(styles.list)}
        selectionMode="single"
        // At the desk and among portfolios nothing is chosen here, and the focus alone must not lead away from it: what lies there is forgotten.
        selectionBehavior={isDeskOpen || isShowingOpen ? 'toggle' : 'replace'}
        disallowEmptySelection
        selectedKeys={isDeskOpen || isShowingOpen ? [] : [keyOfPlace(place)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) go(placeOfKey(String(key)));
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        <ListBoxSection aria-label={uiWords.badges} className={classNames(styles.kinds)}>
          <PlaceEntry id="all" icon="badge" name={uiWords.allBadges} count={view?.badges.length ?? null} />
          <PlaceEntry
            id="yours"
            icon="person"
            name={uiWords.yourBadges}
            count={view === null ? null : yoursCount}
          />
          <PlaceEntry id="watch" icon="calendar" name={watchWords.place} count={noticeCount} />
          <PlaceEntry id="bin" icon="trash" name={binWords.bin} count={view?.bin.length ?? null} />
        </ListBoxSection>
        {collections.length === 0 ? null : (
          <ListBoxSection className={classNames(styles.collections)}>
            <Header className={classNames(styles.heading)}>{uiWords.collections}</Header>
            <Collection items={rows}>{({ row }) => <CollectionEntry row={row} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
      {view !== null && collections.length === 0 ? (
        <div className={styles.hint}>
          <p className={styles.heading}>{uiWords.collections}</p>
          <p>{uiWords.noCollections}</p>
        </div>
      ) : null}
      <Button
        kind="quiet"
        icon="portfolio"
        className={styles.portfolios}
        aria-pressed={isShowingOpen}
        onPress={() => runCommand('portfolios.open')}
      >
        {portfolioWords.title}
      </Button>
      <Button
        kind="quiet"
        icon="shield-check"
        className={styles.desk}
        aria-pressed={isDeskOpen}
        onPress={() => runCommand('desk.open')}
      >
        {deskWords.title}
      </Button>
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

/** The arrow left folds a collection, the arrow right opens it again, as in every tree. */
function foldByArrows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const id = document.activeElement?.querySelector('[data-fold]')?.getAttribute('data-fold');
  if (!id) return;
  event.preventDefault();
  event.stopPropagation();
  useFolds.getState().setOpen(id, event.key === 'ArrowRight');
}
