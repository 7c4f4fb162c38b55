import { Suspense } from 'react';
import type { ShareSubject } from '../../shared/ipc/share-calls.ts';
import { createLater } from '../ui/later.tsx';

const later = createLater(async () => (await import('./share-dialog.tsx')).ShareDialog);

/** Showing a badge or a portfolio elsewhere; its code is fetched when somebody wants to. */
export function OpenShare({ of }: { readonly of: ShareSubject }) {
  return (
    <Suspense fallback={null}>
      <later.Component key={of.kind === 'badge' ? of.id : of.portfolio.title} of={of} />
    </Suspense>
  );
}
