import type { Bridge } from '../shared/ipc/bridge.ts';

/** The only way from the page to anything outside it. */
export function bridge(): Bridge {
  return window.backpack;
}
