import { focusMain } from '../ui/focus.ts';
import { useLibrary } from './library-store.ts';
import { usePlace } from './place-store.ts';
import { whenDrawn } from './when-drawn.ts';

/**
 * Where what had the focus goes with all that it stood in (the last badge is removed, an empty place fills, keys or a new
 * collection lead to another place), the focus goes to what is there instead, and not out of the page. Answers how to stop.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  const remember = ({ target }: FocusEvent): void => {
    last = target instanceof Element && target.closest('main') !== null ? target : null;
  };
  document.addEventListener('focusin', remember);
  const keep = (): void => {
    void whenDrawn().then(() => {
      if (document.activeElement === document.body && last !== null && !last.isConnected) focusMain();
    });
  };
  const stops = [
    useLibrary.subscribe(({ library }, before) => {
      if (library !== before.library) keep();
    }),
    usePlace.subscribe(({ place }, before) => {
      if (place !== before.place) keep();
    }),
  ];
  return () => {
    document.removeEventListener('focusin', remember);
    for (const stop of stops) stop();
  };
}
