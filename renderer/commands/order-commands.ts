import { viewWords } from '../../shared/text/ui-organise-words.ts';
import { useAnnouncer } from '../state/announcer-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { dropWithin, type OrderStep, type Placing, stepWithin } from '../state/own-order.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { focusCard } from '../ui/focus.ts';
import { changeSettings } from './change-settings.ts';
import { shownCollection } from './collection-commands.ts';
import { editLibrary } from './edit-library.ts';

/** Moves the selected badges within the collection that is shown. */
export async function moveSelected(step: OrderStep): Promise<void> {
  const { selected } = useSelection.getState();
  await place((order) => stepWithin(order, selected, step));
}

/** Moves dragged badges to where they were dropped within the collection that is shown. */
export async function moveDropped(
  dragged: ReadonlySet<string>,
  target: { readonly id: string; readonly position: 'before' | 'after' },
): Promise<void> {
  await place((order) => dropWithin(order, dragged, target));
}

/**
 * Puts the whole collection that is shown into an order, which then is its own, and shows that one: what is moved by hand
 * afterwards stays moved. Names go from A to Z, dates from the newest.
 */
export async function putInOrder(by: 'name' | 'issuer' | 'issued' | 'added'): Promise<void> {
  const collection = shownCollection();
  if (collection === null) return;
  const descending = by === 'issued' || by === 'added';
  const done = await editLibrary(
    { kind: 'collection.sort', id: collection.id, by, descending, locale: navigator.language },
    viewWords.ordered(collection.name),
  );
  if (done !== null) await changeSettings({ collectionSort: 'own', sortDescending: false });
}

async function place(choose: (order: readonly string[]) => Placing | null): Promise<void> {
  const collection = shownCollection();
  const placing = collection === null ? null : choose(collection.badgeIds);
  if (collection === null || placing === null) return;
  const { id, name } = collection;
  const { badgeIds } = placing;
  const done = await editLibrary(
    { kind: 'collection.place', id, badgeIds, before: placing.before },
    viewWords.moved(badgeIds.length, name),
  );
  if (done !== null) sayPosition(id, badgeIds);
}

/** For those who listen, and so that the focus stays with the badge that moved. */
function sayPosition(collectionId: string, [first]: readonly string[]): void {
  const order = openLibrary()?.collections.find(({ id }) => id === collectionId)?.badgeIds ?? [];
  const { place: shown } = usePlace.getState();
  if (first === undefined || shown.kind !== 'collection' || shown.id !== collectionId) return;
  useAnnouncer.getState().say(viewWords.position(order.indexOf(first) + 1, order.length));
  requestAnimationFrame(() => focusCard(first));
}
