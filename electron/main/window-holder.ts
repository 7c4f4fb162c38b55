import type { BrowserWindow } from 'electron';
import type { EventName, Events } from '../../shared/ipc/contract.ts';
import { sendEvent } from './ipc.ts';
import { type OpenedWindow, stateOf } from './window.ts';
import type { WindowState } from './window-state.ts';

/** The one window, which can be closed and opened again (macOS) without anybody who tells it something knowing. */
export interface WindowHolder {
  /** null: closed. */
  current(): BrowserWindow | null;
  /** Resolves when the page is there: that of the window as it is now. */
  loaded(): Promise<void>;
  /** Tells the page. One that is not there hears nothing. */
  send<Name extends EventName>(name: Name, payload: Events[Name]): void;
  /** To the front, out of the dock, or opened again where it was when it was closed. */
  show(): void;
  /** The page begins anew. */
  reload(): void;
}

export interface WindowHolderOptions {
  readonly opened: OpenedWindow;
  readonly openAnother: (state: WindowState | null) => OpenedWindow;
  /** Where the window is that closes now, for the next start. */
  readonly onClose: (state: WindowState) => void;
}

/** Holds the window that is open already. */
export function holdWindow({ opened, openAnother, onClose }: WindowHolderOptions): WindowHolder {
  let window: BrowserWindow | null = null;
  let lastState: WindowState | null = null;
  let loaded = opened.loaded;

  function adopt(arrived: OpenedWindow): void {
    loaded = arrived.loaded;
    // It may have been closed meanwhile.
    if (arrived.window.isDestroyed()) return;
    window = arrived.window;
    arrived.window.on('close', () => {
      lastState = stateOf(arrived.window);
      onClose(lastState);
    });
    arrived.window.on('closed', () => {
      window = null;
    });
  }

  adopt(opened);
  return {
    current: () => window,
    loaded: () => loaded,
    send: (name, payload) => {
      if (window !== null) sendEvent(window.webContents, name, payload);
    },
    show: () => {
      if (window === null) return adopt(openAnother(lastState));
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    reload: () => window?.webContents.reload(),
  };
}
