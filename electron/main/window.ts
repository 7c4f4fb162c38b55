import { BrowserWindow, nativeTheme, screen } from 'electron';
import { shellWords } from '../../shared/text/shell.ts';
import { appPage } from './app-origin.ts';
import { stayHome } from './security.ts';
import type { SettingsStore } from './settings.ts';
import { defaultWindowSize, fitWindow, smallestWindow } from './window-state.ts';

export interface WindowOptions {
  readonly preloadFile: string;
  readonly settings: Promise<SettingsStore>;
  readonly hasDeveloperTools: boolean;
  readonly onPageGone: (details: Electron.RenderProcessGoneDetails) => void;
}

/** The one window, hidden until it has something to show. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...defaultWindowSize,
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
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => resolve());
    window.webContents.once('did-fail-load', () => resolve());
  });
  void Promise.all([options.settings, painted]).then(([settings]) => showWhereItWas(window, settings));
  void window.loadURL(appPage).catch(() => undefined);
  return window;
}

function showWhereItWas(window: BrowserWindow, settings: SettingsStore): void {
  if (window.isDestroyed()) return;
  const state = settings.windowState();
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = fitWindow(state, areas);
  if (bounds !== null) window.setBounds(bounds);
  if (state?.isMaximized === true) window.maximize();
  window.on('close', () => {
    settings.saveWindowState({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  window.show();
}

/** What shows where the page has not drawn yet: its own ground in both themes. */
function pageColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#141517' : '#fbfbfa';
}
