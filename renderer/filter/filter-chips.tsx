import { facets } from '../../shared/library/facet-columns.ts';
import { isEmptySearch } from '../../shared/library/search.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { filterWords } from '../../shared/text/ui-organise-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { saveEditedSearch } from '../commands/search-commands.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useShown } from '../state/shown-badges.ts';
import { Button } from '../ui/button.tsx';
import { facetTitles } from './facet-choices.ts';
import { FilterChip } from './filter-chip.tsx';
import styles from './filter-chips.module.css';

/** What narrows the badges that are shown: each can be taken away, all at once, or all kept as a collection. */
export function FilterChips() {
  const view = useLibrary(({ library }) => (library.kind === 'ready' ? library.view : null));
  const search = usePlace((state) => state.search);
  const filters = usePlace((state) => state.filters);
  const editing = usePlace((state) => state.editing);
  const isBin = usePlace(({ place }) => place.kind === 'bin');
  const setFilter = usePlace((state) => state.setFilter);
  const setSearch = usePlace((state) => state.setSearch);
  const { badges, total } = useShown();
  const edited = view?.collections.find(({ id }) => id === editing);
  if (view === null || isBin || (isEmptySearch({ ...filters, text: search }) && edited === undefined))
    return null;
  const titleOf = facetTitles(view.badges, view.collections);
  const words = search.trim();
  return (
    <section className={styles.bar} aria-label={filterWords.filters}>
      <ul className={styles.chips}>
        {words === '' ? null : (
          <FilterChip text={filterWords.words(displayName(words))} onRemove={() => setSearch('')} />
        )}
        {facets.flatMap((facet) =>
          filters[facet].map((value) => (
            <FilterChip
              key={`${facet} ${value}`}
              text={filterWords.chip(filterWords.facet[facet], titleOf(facet, value))}
              onRemove={() =>
                setFilter(
                  facet,
                  filters[facet].filter((each) => each !== value),
                )
              }
            />
          )),
        )}
      </ul>
      <p className={styles.count}>{filterWords.of(badges.length, total)}</p>
      <Button kind="link" className={styles.action} onPress={() => runCommand('filters.clear')}>
        {filterWords.clear}
      </Button>
      {view.readOnly ? null : (
        <Button
          kind="link"
          className={styles.action}
          onPress={() => (edited === undefined ? runCommand('search.save') : void saveEditedSearch())}
        >
          {edited === undefined ? filterWords.save : filterWords.saveTo(displayName(edited.name))}
        </Button>
      )}
    </section>
  );
}
