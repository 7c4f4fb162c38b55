import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus once when the view is drawn, so that the next Tab goes on from here. */
export function useFocusHere(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement | null>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return place;
}
