import type { KeyboardEvent, PointerEvent } from 'react';
import { limits } from '../../shared/limits.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { changeSettings } from '../commands/change-settings.ts';
import { useSettings } from '../state/settings-store.ts';
import styles from './resize-handle.module.css';
import { clampWidth, widthForKey } from './width.ts';

/** The edge of the details: drag it, or use the arrows. The width is kept. */
export function ResizeHandle() {
  const width = useSettings(({ settings }) => settings.inspectorWidth);
  return (
    // biome-ignore lint/a11y/useSemanticElements: hr cannot be moved; this is the window splitter of the ARIA practices
    <div
      className={styles.handle}
      role="separator"
      tabIndex={0}
      aria-label={uiWords.resizeDetails}
      aria-orientation="vertical"
      aria-valuemin={limits.inspectorMinPixels}
      aria-valuemax={limits.inspectorMaxPixels}
      aria-valuenow={width}
      onPointerDown={drag}
      onKeyDown={(event: KeyboardEvent) => {
        const next = widthForKey(event.key, width);
        if (next === null) return;
        event.preventDefault();
        void changeSettings({ inspectorWidth: next });
      }}
    />
  );
}

function drag(event: PointerEvent<HTMLDivElement>): void {
  const handle = event.currentTarget;
  const from = event.clientX;
  const { settings, loaded } = useSettings.getState();
  const widthAt = (x: number) => clampWidth(settings.inspectorWidth + from - x);
  const move = (moved: globalThis.PointerEvent) =>
    loaded({ ...useSettings.getState().settings, inspectorWidth: widthAt(moved.clientX) });
  const end = (ended: globalThis.PointerEvent) => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', end);
    handle.removeEventListener('pointercancel', end);
    void changeSettings({ inspectorWidth: widthAt(ended.clientX) });
  };
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
}
