import { viewWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { CollectionMenu } from '../collections/collection-menu.tsx';
import { usePlaceName } from '../collections/place-name.ts';
import { keysOf } from '../commands/platform.ts';
import { runCommand } from '../commands/run-command.ts';
import { FilterMenu } from '../filter/filter-menu.tsx';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { useShownBadges } from '../state/shown-badges.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useNarrow } from '../ui/narrow.ts';
import { SearchBox } from './search-box.tsx';
import { SortMenu } from './sort-menu.tsx';
import styles from './toolbar.module.css';

/** The line above the badges: where one is, search, how they are shown, and "Add badges…". */
export function Toolbar() {
  const placeName = usePlaceName();
  const isBin = usePlace(({ place }) => place.kind === 'bin');
  const isWatch = usePlace(({ place }) => place.kind === 'watch');
  const binCount = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.bin.length : 0));
  const shownCount = useShownBadges().length;
  const count = isBin ? binCount : shownCount;
  const isReady = useLibrary(({ library }) => library.kind === 'ready');
  const isEmpty = useLibrary(({ library }) => library.kind === 'ready' && library.view.badges.length === 0);
  const isReadOnly = useLibrary(({ library }) => library.kind === 'ready' && library.view.readOnly);
  const view = useSettings(({ settings }) => settings.view);
  const inspectorOpen = useSettings(({ settings }) => settings.inspectorOpen);
  const detailsPageOpen = useSelection((state) => state.detailsPageOpen);
  const hasDetails = useNarrow() ? detailsPageOpen : inspectorOpen;

  return (
    <header className={styles.toolbar}>
      <div className={styles.place}>
        <h1 className={styles.title} title={placeName}>
          <bdi>{placeName}</bdi>
        </h1>
        {isReady && !isEmpty ? <span className={styles.count}>{count}</span> : null}
        <CollectionMenu />
      </div>
      {isEmpty || isBin ? null : (
        <>
          <SearchBox />
          <FilterMenu />
          {isWatch ? null : (
            <>
              <fieldset className={styles.views} aria-label={uiWords.viewAs}>
                <IconButton
                  icon="grid"
                  label={uiWords.grid}
                  isOn={view === 'grid'}
                  onPress={() => runCommand('view.grid')}
                />
                <IconButton
                  icon="list"
                  label={uiWords.list}
                  isOn={view === 'list'}
                  onPress={() => runCommand('view.list')}
                />
                <IconButton
                  icon="timeline"
                  label={viewWords.timeline}
                  isOn={view === 'timeline'}
                  onPress={() => runCommand('view.timeline')}
                />
              </fieldset>
              {view === 'timeline' ? null : <SortMenu />}
            </>
          )}
          <span className={styles.detailsToggle}>
            <IconButton
              icon="panel"
              label={hasDetails ? uiWords.hideDetails : uiWords.showDetails}
              keys={keysOf('inspector.toggle')}
              isOn={hasDetails}
              onPress={() => runCommand('inspector.toggle')}
            />
          </span>
          <Button
            kind="primary"
            icon="plus"
            className={styles.add}
            isDisabled={!isReady || isReadOnly}
            onPress={() => runCommand('import.files')}
          >
            {uiWords.addBadges}
          </Button>
        </>
      )}
    </header>
  );
}
