import { useMemo } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components';
import { type Facet, facets } from '../../shared/library/facet-columns.ts';
import { filterWords } from '../../shared/text/ui-organise-words.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useShown } from '../state/shown-badges.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import menuStyles from '../ui/menu.module.css';
import { facetChoices, facetTitles, isOffered } from './facet-choices.ts';
import styles from './filter-menu.module.css';

/** Filters to choose from; each opens its values. */
export function FilterMenu() {
  return (
    <MenuTrigger>
      <IconButton icon="filter" label={filterWords.filter} />
      <Popover className={classNames(menuStyles.popover)} offset={4}>
        <FacetsMenu />
      </Popover>
    </MenuTrigger>
  );
}

/** Counts are made only while it is open. */
function FacetsMenu() {
  const filters = usePlace((state) => state.filters);
  const counts = useShown().counts();
  const offered = facets.filter((facet) => isOffered(facet, counts, filters[facet]));
  return (
    <Menu
      aria-label={filterWords.filter}
      className={classNames(menuStyles.menu)}
      renderEmptyState={() => <p className={styles.nothing}>{filterWords.nothingToFilter}</p>}
    >
      {offered.map((facet) => (
        <SubmenuTrigger key={facet}>
          <MenuItem id={facet} textValue={filterWords.facet[facet]} className={classNames(menuStyles.item)}>
            <span className={menuStyles.title}>{filterWords.facet[facet]}</span>
            {filters[facet].length > 0 ? <span className={styles.count}>{filters[facet].length}</span> : null}
            <Icon name="chevron" size="small" />
          </MenuItem>
          <Popover className={classNames(menuStyles.popover)} offset={2}>
            <FacetMenu facet={facet} />
          </Popover>
        </SubmenuTrigger>
      ))}
    </Menu>
  );
}

/** The values of one filter, each with how many badges it would show. It stays open while one chooses. */
function FacetMenu({ facet }: { readonly facet: Facet }) {
  const view = useLibrary(({ library }) => (library.kind === 'ready' ? library.view : null));
  const chosen = usePlace(({ filters }) => filters[facet]);
  const setFilter = usePlace((state) => state.setFilter);
  const counts = useShown().counts();
  const titleOf = useMemo(() => facetTitles(view?.badges ?? [], view?.collections ?? []), [view]);
  return (
    <Menu
      aria-label={filterWords.facetText[facet]}
      className={classNames(menuStyles.menu)}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) => {
        if (keys !== 'all') setFilter(facet, [...keys].map(String));
      }}
    >
      {facetChoices(facet, counts, chosen, titleOf).map(({ value, title, count }) => (
        <MenuItem
          key={value}
          id={value}
          textValue={title}
          className={classNames(menuStyles.item)}
          shouldCloseOnSelect={false}
        >
          <span className={styles.mark}>
            <Icon name="check" size="small" />
          </span>
          <span className={menuStyles.title}>
            <bdi>{title}</bdi>
          </span>{' '}
          <span className={styles.count}>{count}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}
