import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import type { CardGroup } from '../../shared/library/groups.ts';
import { isEmptySearch } from '../../shared/library/search.ts';
import { filterWords, treeWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { BinArea } from '../bin/bin-area.tsx';
import { bridge } from '../bridge.ts';
import { usePlaceName } from '../collections/place-name.ts';
import { runCommand } from '../commands/run-command.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { type Shown, useShown } from '../state/shown-badges.ts';
import { hasOwnOrder } from '../state/shown-order.ts';
import { tryAgain } from '../state/subscriptions.ts';
import { whenDrawn } from '../state/when-drawn.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { WatchArea } from '../watch/watch-area.tsx';
import { BadgeGrid } from './badge-grid.tsx';
import { FirstUse } from './first-use.tsx';
import { indexesBetween, type Measure, measureOf } from './measure.ts';
import { Skeletons } from './skeletons.tsx';

/** The badges of a place, or why there are none. */
export function MainArea() {
  const library = useLibrary((state) => state.library);
  const view = useSettings(({ settings }) => settings.view);
  const { badges, groups } = useDrawn();
  const search = usePlace((state) => state.search);
  const filters = usePlace((state) => state.filters);
  const place = usePlace((state) => state.place);
  const placeName = usePlaceName();

  if (library.kind === 'loading') return <Skeletons view={view} />;
  if (library.kind === 'failed') {
    const { message, next } = library.failure;
    return (
      <EmptyState title={uiWords.failedTitle} text={uiWords.failure(message, next)}>
        <Button onPress={() => void tryAgain(bridge())}>{uiWords.tryAgain}</Button>
      </EmptyState>
    );
  }
  if (place.kind === 'bin') return <BinArea />;
  if (place.kind === 'watch') return <WatchArea />;
  if (library.view.badges.length === 0) {
    return <FirstUse isReadOnly={library.view.readOnly} binCount={library.view.bin.length} />;
  }
  if (badges.length > 0) return <BadgeGrid badges={badges} groups={groups} />;
  if (!isEmptySearch({ ...filters, text: '' })) {
    return (
      <EmptyState title={filterWords.nothingTitle} text={filterWords.nothingText(placeName)}>
        <Button onPress={() => runCommand('filters.clear')}>{filterWords.clearAll}</Button>
      </EmptyState>
    );
  }
  if (search.trim() !== '') {
    return (
      <EmptyState title={uiWords.noMatchTitle(search.trim())} text={uiWords.noMatchText(placeName)}>
        <Button onPress={() => usePlace.getState().setSearch('')}>{uiWords.clearSearch}</Button>
      </EmptyState>
    );
  }
  if (place.kind === 'yours') {
    return (
      <EmptyState title={uiWords.noneYoursTitle} text={uiWords.noneYoursText}>
        <Button onPress={() => useDialog.getState().open({ kind: 'identities' })}>
          {uiWords.noneYoursAction}
        </Button>
      </EmptyState>
    );
  }
  const isSmart = !hasOwnOrder(place, library.view.collections);
  return (
    <EmptyState
      title={isSmart ? treeWords.emptySmartTitle : uiWords.emptyCollectionTitle}
      text={isSmart ? treeWords.emptySmartText : uiWords.emptyCollectionText}
    >
      <Button onPress={() => runCommand('go.all')}>{uiWords.allBadges}</Button>
    </EmptyState>
  );
}

/**
 * What the grid draws of the badges that are to be shown: later than everything else, so that typing and pointing go
 * first while hundreds come in; at once where nothing is drawn yet, and then those that can be seen first.
 */
function useDrawn(): Pick<Shown, 'badges' | 'groups'> {
  const shown = useShown();
  const { view, cardSize } = useSettings(({ settings }) => settings);
  const later = useDeferredValue(shown);
  const isFirst = useFirstDrawing(shown.badges.length > 0);
  if (shown.badges.length === 0) return shown;
  return isFirst || later.badges.length === 0 ? beginningOf(shown, measureOf(view, cardSize)) : later;
}

/** True until badges have been seen for the first time: all others are drawn after that. */
function useFirstDrawing(hasBadges: boolean): boolean {
  const [isFirst, setIsFirst] = useState(true);
  useEffect(() => {
    if (!hasBadges) return undefined;
    let isWaiting = true;
    void whenDrawn().then(() => isWaiting && startTransition(() => setIsFirst(false)));
    return () => {
      isWaiting = false;
    };
  }, [hasBadges]);
  return isFirst;
}

function beginningOf({ badges, groups }: Shown, measure: Measure): Pick<Shown, 'badges' | 'groups'> {
  const { innerWidth, innerHeight } = window;
  const [, firstCards] = indexesBetween(measure, innerWidth, badges.length, 0, innerHeight);
  let left = firstCards;
  const first: CardGroup[] = [];
  for (const group of groups) {
    if (left <= 0) break;
    first.push({ key: group.key, cards: group.cards.slice(0, left) });
    left -= group.cards.length;
  }
  return { badges: badges.slice(0, firstCards), groups: first };
}
