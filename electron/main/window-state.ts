/** Where the window was, in screen pixels. */
export interface WindowState extends Bounds {
  readonly isMaximized: boolean;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const defaultWindowSize = { width: 1180, height: 780 } as const;
export const smallestWindow = { width: 420, height: 360 } as const;

/**
 * The bounds to open with: those of the last time where they still lie on a screen, shrunk to it; null where that screen
 * is gone and the system shall choose.
 */
export function fitWindow(state: Bounds | null, workAreas: readonly Bounds[]): Bounds | null {
  if (state === null) return null;
  const area = workAreas.find((each) => overlap(state, each) >= visibleShare);
  if (area === undefined) return null;
  const width = clamp(state.width, smallestWindow.width, area.width);
  const height = clamp(state.height, smallestWindow.height, area.height);
  return {
    x: clamp(state.x, area.x, area.x + area.width - width),
    y: clamp(state.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** Where the window was, out of a file; null for anything else. */
export function readWindowState(value: unknown): WindowState | null {
  if (typeof value !== 'object' || value === null) return null;
  // Whatever object it is, it may be asked for these.
  const { x, y, width, height, isMaximized } = value as Readonly<Record<string, unknown>>;
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null;
  if (width <= 0 || height <= 0 || typeof isMaximized !== 'boolean') return null;
  return { x, y, width, height, isMaximized };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** How much of a window must lie on a screen for that screen to be its place. */
const visibleShare = 0.3;

function overlap(window: Bounds, area: Bounds): number {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const height = Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y);
  return (Math.max(0, width) * Math.max(0, height)) / (window.width * window.height);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
