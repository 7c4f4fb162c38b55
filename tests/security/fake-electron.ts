import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** A recording stand-in for the module `electron`, as far as the shell's own files use it. */
export function fakeElectron() {
  const handlers = new Map<string, (event: unknown, payload: unknown) => Promise<unknown>>();
  const windows: FakeWindow[] = [];
  /** Told of each window before it loads anything. */
  const onWindow = vi.fn();
  class FakeWindow extends EventEmitter {
    readonly options: Record<string, unknown>;
    readonly webContents = new FakeContents();
    readonly loadURL = vi.fn(async (_url: string) => undefined);
    readonly destroy = vi.fn(() => this.emit('closed'));
    constructor(options: Record<string, unknown>) {
      super();
      this.options = options;
      windows.push(this);
      onWindow();
    }
  }
  const views: FakeView[] = [];
  /** Told of each view before it loads anything. */
  const onView = vi.fn((_view: FakeView): void => undefined);
  /** What each page without a window answers to main's own code. */
  const executeJavaScript = vi.fn(async (_code: string): Promise<unknown> => null);
  /** What a page answers to the pictures that come by its port; while it says nothing, none. */
  const drawPicture = vi.fn(async (_picture: unknown): Promise<unknown> => null);
  class FakeChannel {
    readonly port1 = Object.assign(new EventEmitter(), {
      start: vi.fn(),
      postMessage: ({ id, picture }: { id: unknown; picture: unknown }) =>
        void drawPicture(picture).then((bytes) => this.port1.emit('message', { data: { id, bytes } })),
    });
    readonly port2 = {};
    constructor() {
      channels.push(this);
    }
  }
  const channels: FakeChannel[] = [];
  class FakeView {
    readonly options: Record<string, unknown>;
    readonly webContents = Object.assign(new FakeContents(), { executeJavaScript });
    constructor(options: Record<string, unknown>) {
      this.options = options;
      views.push(this);
      onView(this);
    }
  }
  const app = Object.assign(new EventEmitter(), {
    enableSandbox: vi.fn(),
    commandLine: { hasSwitch: vi.fn((_name: string) => false) },
    getAppPath: () => '/app',
    getPath: vi.fn((_name: string) => '/nowhere'),
    isPackaged: true,
    whenReady: vi.fn(async () => undefined),
    quit: vi.fn(),
    relaunch: vi.fn((_options: unknown): void => undefined),
  });
  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setDisplayMediaRequestHandler: vi.fn(),
    setBluetoothPairingHandler: vi.fn(),
    setUSBProtectedClassesHandler: vi.fn(),
    setSpellCheckerLanguages: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
    enableNetworkEmulation: vi.fn(),
  });
  return {
    app,
    BrowserWindow: FakeWindow,
    clipboard: { writeText: vi.fn() },
    dialog: { showMessageBox: vi.fn(), showOpenDialog: vi.fn(), showSaveDialog: vi.fn() },
    handlers,
    ipcMain: {
      handle: vi.fn((name: string, handler: (event: unknown, payload: unknown) => Promise<unknown>) => {
        handlers.set(name, handler);
      }),
      removeAllListeners: vi.fn(),
    },
    nativeTheme: Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' }),
    screen: { getAllDisplays: () => [] },
    shell: { openExternal: vi.fn(async () => undefined) },
    onView,
    onWindow,
    protocol: { registerBufferProtocol: vi.fn((_scheme: string): void => undefined) },
    session: { defaultSession },
    channels,
    drawPicture,
    executeJavaScript,
    MessageChannelMain: FakeChannel,
    views,
    WebContentsView: FakeView,
    windows,
  };
}

/** A page's contents: records the window open handler, and emits like Electron's. */
export class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  readonly loadURL = vi.fn(async (_url: string) => undefined);
  readonly postMessage = vi.fn();
  readonly setWebRTCIPHandlingPolicy = vi.fn();
  readonly close = vi.fn();
  readonly printToPDF = vi.fn(async (_options: unknown) => Buffer.from('%PDF'));
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

/** An event that can be prevented, with Electron's own members beside it. */
export function fakeEvent<More extends object>(more: More): More & { readonly isPrevented: () => boolean } {
  const preventDefault = vi.fn();
  return { ...more, preventDefault, isPrevented: () => preventDefault.mock.calls.length > 0 };
}
