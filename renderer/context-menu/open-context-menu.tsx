import { Suspense } from 'react';
import { createLater } from '../ui/later.tsx';
import { useContextMenu } from './context-menu-store.ts';

const later = createLater(async () => (await import('./context-menu.tsx')).ContextMenu);

/** The menu of a right click, if one is open. Its code is fetched with the first. */
export function OpenContextMenu() {
  const menu = useContextMenu((state) => state.menu);
  if (menu.kind === 'closed') return null;
  return (
    <Suspense fallback={null}>
      <later.Component menu={menu} />
    </Suspense>
  );
}
