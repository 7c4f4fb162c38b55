import { Suspense } from 'react';
import { useDialog } from './state/dialog-store.ts';
import { createLater } from './ui/later.tsx';

const later = createLater(async () => (await import('./dialogs.tsx')).Dialogs);

/** Fetches the code of the dialogs, so that the first one opens at once. */
export const prepareDialogs = later.prepare;

/** The dialog that is open, if one is. */
export function OpenDialog() {
  const isOpen = useDialog(({ dialog }) => dialog.kind !== 'none');
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <later.Component />
    </Suspense>
  );
}
