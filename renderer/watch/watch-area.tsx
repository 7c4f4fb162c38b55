import { Suspense } from 'react';
import { createLater } from '../ui/later.tsx';

const later = createLater(async () => (await import('./watch-view.tsx')).WatchView);

/** The watch, in the place of the badges; its code is fetched when it is opened. */
export function WatchArea() {
  return (
    <Suspense fallback={null}>
      <later.Component />
    </Suspense>
  );
}
