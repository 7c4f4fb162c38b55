import { displayName } from '../../shared/text/display-text.ts';
import { binWords } from '../../shared/text/ui-organise-words.ts';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';

/** What the place that is shown is called. */
export function usePlaceName(): string {
  const place = usePlace((state) => state.place);
  const collections = useLibrary(({ library }) =>
    library.kind === 'ready' ? library.view.collections : null,
  );
  if (place.kind === 'all') return uiWords.allBadges;
  if (place.kind === 'yours') return uiWords.yourBadges;
  if (place.kind === 'bin') return binWords.bin;
  if (place.kind === 'watch') return watchWords.place;
  return displayName(collections?.find(({ id }) => id === place.id)?.name ?? '');
}
