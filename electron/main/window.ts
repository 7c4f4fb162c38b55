import { BrowserWindow, nativeTheme, screen } from 'electron';
import { shellWords } from '../../shared/text/shell.ts';
import { once } from '../node/once.ts';
import { appPage } from './app-origin.ts';
import { stayHome } from './security.ts';
import {
  type Bounds,
  defaultWindowSize,
  fitWindow,
  smallestWindow,
  type WindowState,
} from './window-state.ts';

export interface WindowOptions {
  readonly preloadFile: string;
  /** Where it was; null: nobody knows. */
  readonly state: WindowState | null;
  readonly hasDeveloperTools: boolean;
  readonly onPageGone: (details: Electron.RenderProcessGoneDetails) => void;
}

export interface OpenedWindow {
  readonly window: BrowserWindow;
  /** Resolves when the page is there. */
  readonly loaded: Promise<void>;
}

/** The one window, hidden until it has something to show: where it was, so that nothing is laid out twice. */
export function openWindow(options: WindowOptions): OpenedWindow {
  const window = new BrowserWindow({
    ...(boundsOf(options.state) ?? defaultWindowSize),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: shellWords.windowTitle,
    show: false,
    backgroundColor: pageColor(),
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: options.hasDeveloperTools,
    },
  });
  const followTheme = (): void => window.setBackgroundColor(pageColor());
  nativeTheme.on('updated', followTheme);
  window.on('closed', () => nativeTheme.off('updated', followTheme));
  stayHome(window.webContents);
  window.webContents.on('render-process-gone', (_event, details) => options.onPageGone(details));
  window.on('page-title-updated', (event) => event.preventDefault());
  const { webContents } = window;
  const loaded = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
  const show = once(() => showWindow(window, options.state));
  window.once('ready-to-show', show);
  webContents.once('did-fail-load', show);
  void window.loadURL(appPage).catch(() => undefined);
  return { window, loaded };
}

/** As it is, for the next start. */
export function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}

function boundsOf(state: WindowState | null): Bounds | null {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  return fitWindow(state, areas);
}

function showWindow(window: BrowserWindow, state: WindowState | null): void {
  if (window.isDestroyed()) return;
  if (state?.isMaximized === true) window.maximize();
  window.show();
}

/** What shows where the page has not drawn yet: its own ground in both themes. */
function pageColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#141517' : '#fbfbfa';
}
