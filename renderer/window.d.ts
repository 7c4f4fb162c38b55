import type { Bridge } from '../shared/ipc/bridge.ts';

declare global {
  interface Window {
    /** What the preload exposes: the page's only way to anything. */
    readonly backpack: Bridge;
  }
}
