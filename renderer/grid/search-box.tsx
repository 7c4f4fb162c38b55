import { Button, Input, SearchField } from 'react-aria-components';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keysOf } from '../commands/platform.ts';
import { usePlace } from '../state/place-store.ts';
import { prepareSearch } from '../state/shown-badges.ts';
import { classNames } from '../ui/class-names.ts';
import { focusGrid, zones } from '../ui/focus.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './search-box.module.css';

/** Finds badges while one types; Enter or the arrow down goes to what was found, Escape clears. */
export function SearchBox() {
  const search = usePlace((state) => state.search);
  const setSearch = usePlace((state) => state.setSearch);
  return (
    <SearchField
      aria-label={uiWords.search}
      className={classNames(styles.box)}
      data-zone={zones.search}
      value={search}
      onChange={setSearch}
      onFocus={() => void requestIdleCallback(prepareSearch)}
      onSubmit={focusGrid}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') focusGrid();
        else event.continuePropagation();
      }}
    >
      <span className={styles.icon}>
        <Icon name="search" size="small" />
      </span>
      <Input className={classNames(styles.input)} placeholder={uiWords.search} />
      {search === '' ? (
        <kbd className={styles.keys}>{keysOf('search.focus')}</kbd>
      ) : (
        <Button className={classNames(styles.clear)} aria-label={uiWords.clearSearch}>
          <Icon name="cross" size="small" />
        </Button>
      )}
    </SearchField>
  );
}
