import { Suspense } from 'react';
import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { createLater } from '../ui/later.tsx';

const later = createLater(async () => (await import('./badge-details-view.tsx')).BadgeDetailsView);

/** Fetches the code that shows a badge, so that the first one shows at once. */
export const prepareDetails = later.prepare;

/** The details of a badge; their code, with that of Markdown, is not needed for the first frame. */
export function SelectedBadge(props: { readonly details: BadgeDetails }) {
  return (
    <Suspense fallback={null}>
      <later.Component {...props} />
    </Suspense>
  );
}
