import { type CSSProperties, Suspense } from 'react';
import styles from './app.module.css';
import { Sidebar } from './collections/sidebar.tsx';
import { OpenContextMenu } from './context-menu/open-context-menu.tsx';
import { useDesk } from './desk/desk-store.ts';
import { FilterChips } from './filter/filter-chips.tsx';
import { MainArea } from './grid/main-area.tsx';
import { Toolbar } from './grid/toolbar.tsx';
import { DropOverlay } from './import/drop-overlay.tsx';
import { ImportPanel } from './import/import-panel.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { ResizeHandle } from './inspector/resize-handle.tsx';
import { Notices } from './notices.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { usePortfolios } from './portfolio/portfolio-store.ts';
import { useLibrary } from './state/library-store.ts';
import { usePlace } from './state/place-store.ts';
import { useSelection } from './state/selection-store.ts';
import { useSettings } from './state/settings-store.ts';
import { Announcer } from './ui/announcer.tsx';
import { createLater } from './ui/later.tsx';
import { ToastRegion } from './ui/toast-region.tsx';

const laterPortfolios = createLater(
  async () => (await import('./portfolio/portfolios-view.tsx')).PortfoliosView,
);
const laterDesk = createLater(async () => (await import('./desk/desk-view.tsx')).DeskView);

/** The window: places at the left, badges in the middle, details at the right. */
export function App() {
  const hasBadges = useLibrary(({ library }) => library.kind === 'ready' && library.view.badges.length > 0);
  const { inspectorOpen, inspectorWidth } = useSettings((state) => state.settings);
  const isBin = usePlace(({ place }) => place.kind === 'bin');
  const isShowingOpen = usePortfolios((state) => state.isOpen);
  const isDeskOpen = useDesk((state) => state.isOpen);
  const detailsPageOpen = useSelection((state) => state.detailsPageOpen);
  // A custom property set through the CSSOM, which the policy of the page allows; the style sheet does the rest.
  const width = { '--inspector-width': `${inspectorWidth}px` } as CSSProperties;
  return (
    <>
      <div className={styles.window} data-details-page={detailsPageOpen} style={width}>
        <Sidebar />
        {isShowingOpen ? (
          <Suspense fallback={<main className={styles.main} />}>
            <laterPortfolios.Component />
          </Suspense>
        ) : isDeskOpen ? (
          <Suspense fallback={<main className={styles.main} />}>
            <laterDesk.Component />
          </Suspense>
        ) : (
          <main className={styles.main}>
            <Toolbar />
            <div className={styles.content}>
              <div className={styles.badges}>
                <Notices />
                <FilterChips />
                <MainArea />
                <ImportPanel />
              </div>
              {hasBadges && inspectorOpen && !isBin ? (
                <div className={styles.details}>
                  <ResizeHandle />
                  <Inspector />
                </div>
              ) : null}
            </div>
          </main>
        )}
      </div>
      <OpenDialog />
      <OpenContextMenu />
      <ToastRegion />
      <Announcer />
      <DropOverlay />
    </>
  );
}
