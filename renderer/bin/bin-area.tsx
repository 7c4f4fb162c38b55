import { Suspense } from 'react';
import { createLater } from '../ui/later.tsx';

const later = createLater(async () => (await import('./bin-view.tsx')).BinView);

/** The bin, in the place of the badges; its code is fetched when it is opened. */
export function BinArea() {
  return (
    <Suspense fallback={null}>
      <later.Component />
    </Suspense>
  );
}
