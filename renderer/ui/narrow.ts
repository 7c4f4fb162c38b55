import { useSyncExternalStore } from 'react';

/** Too narrow for badges and details side by side: `app.module.css` makes the details a page of their own there. */
const narrow = matchMedia('(max-width: 899px)');

export function isNarrow(): boolean {
  return narrow.matches;
}

/** The same, for components. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow);
}

function subscribe(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}
