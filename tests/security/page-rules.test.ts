import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => (await import('./fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron);

import { isOwnRequest, secureApp, secureContents, secureSession } from '../../electron/main/security.ts';
import { silenceChromium } from '../../electron/main/switches.ts';
import { openWindow } from '../../electron/main/window.ts';
import { FakeContents, fakeEvent } from './fake-electron.ts';

const foreignUrls = [
  'https://example.edu/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'file://host/share',
  'app://bundle/',
  'app://bundle/index.html#elsewhere',
  'app://bundle/index.html?x',
  'app://other/index.html',
  'app://bundle/assets/index.js',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://bundle/1234',
  'about:blank',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://bundle/index.html',
  'badge-img://badge/0000',
  'ws://localhost/',
  'mailto:a@example.edu',
  '',
];

describe('Electron items 1 to 4, 6, 8 to 11: the window', () => {
  const open = () =>
    openWindow({
      preloadFile: '/app/preload.cjs',
      state: null,
      hasDeveloperTools: false,
      onPageGone: () => undefined,
    });

  beforeEach(() => {
    electron.windows.length = 0;
    open();
  });

  function preferences(): Record<string, unknown> {
    return electron.windows[0]?.options.webPreferences as Record<string, unknown>;
  }

  it('loads our own page and nothing else (1)', () => {
    expect(electron.windows[0]?.loadURL.mock.calls).toEqual([['app://bundle/index.html']]);
  });

  it('has no Node in its page, workers and frames (2)', () => {
    expect(preferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  it('is isolated (3) and sandboxed (4), without webviews (11)', () => {
    expect(preferences()).toMatchObject({ contextIsolation: true, sandbox: true, webviewTag: false });
  });

  it('weakens nothing: those preferences are not even named (6, 8, 9, 10)', () => {
    const weakening = [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
    ];
    expect(Object.keys(preferences()).filter((name) => weakening.includes(name))).toEqual([]);
  });

  it('J19 checks no spelling, and J05 follows no drop', () => {
    expect(preferences()).toMatchObject({ spellcheck: false, navigateOnDragDrop: false });
  });

  it.each(['about:blank', 'about:blank?', 'data:text/html,x', 'app://bundle/'])(
    'J05 comes back from %j, which Electron announces too late',
    (url) => {
      const contents = electron.windows[0]?.webContents;
      contents?.emit('did-navigate', {}, url);
      expect(contents?.loadURL.mock.calls).toEqual([['app://bundle/index.html']]);
      contents?.emit('did-navigate', {}, 'app://bundle/index.html');
      expect(contents?.loadURL).toHaveBeenCalledOnce();
    },
  );

  it('N15 keeps its neutral title whatever the page says', () => {
    const event = fakeEvent({});
    electron.windows[0]?.emit('page-title-updated', event);
    expect(event.isPrevented()).toBe(true);
    expect(electron.windows[0]?.options.title).toBe('Badge Backpack');
  });
});

describe('Electron item 4: the app', () => {
  it('sandboxes every renderer and secures every page that comes to be', () => {
    secureApp();
    expect(electron.app.enableSandbox).toHaveBeenCalledOnce();
    const contents = new FakeContents();
    electron.app.emit('web-contents-created', {}, contents);
    expect(contents.openHandler?.({ url: 'https://example.edu/' })).toEqual({ action: 'deny' });
    const event = fakeEvent({ url: 'https://example.edu/' });
    contents.emit('will-navigate', event);
    expect(event.isPrevented()).toBe(true);
  });

  it('leaves the switch of a person who runs as root in place, and still secures every page', () => {
    electron.app.enableSandbox.mockReset();
    electron.app.commandLine.hasSwitch.mockReturnValueOnce(true);
    secureApp();
    expect(electron.app.commandLine.hasSwitch).toHaveBeenLastCalledWith('no-sandbox');
    expect(electron.app.enableSandbox).not.toHaveBeenCalled();
    expect(electron.app.listenerCount('web-contents-created')).toBe(2);
  });
});

describe('Electron items 12 to 14: a page stays where it is', () => {
  const contents = new FakeContents();
  // The fake has what the rules use of a page.
  secureContents(contents as unknown as WebContents);

  it.each(foreignUrls)('J05 does not navigate to %j, in no frame and by no redirect', (url) => {
    for (const name of ['will-navigate', 'will-redirect']) {
      const event = fakeEvent({ url });
      contents.emit(name, event);
      expect([name, event.isPrevented()]).toEqual([name, true]);
    }
    for (const isMainFrame of [true, false]) {
      const event = fakeEvent({ url, isMainFrame });
      contents.emit('will-frame-navigate', event);
      expect(event.isPrevented()).toBe(true);
    }
  });

  it('may load its own document again, but not in a frame', () => {
    const url = 'app://bundle/index.html';
    const top = fakeEvent({ url, isMainFrame: true });
    contents.emit('will-navigate', top);
    contents.emit('will-frame-navigate', top);
    expect(top.isPrevented()).toBe(false);
    const frame = fakeEvent({ url, isMainFrame: false });
    contents.emit('will-frame-navigate', frame);
    expect(frame.isPrevented()).toBe(true);
  });

  it.each([...foreignUrls, 'app://bundle/index.html'])('J06 opens no window for %j', (url) => {
    expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' });
  });

  it('N01 sends nothing by WebRTC', () => {
    expect(contents.setWebRTCIPHandlingPolicy.mock.calls).toEqual([['disable_non_proxied_udp']]);
  });

  it('attaches no webview (12)', () => {
    const event = fakeEvent({});
    contents.emit('will-attach-webview', event);
    expect(event.isPrevented()).toBe(true);
  });
});

/** Every permission that Electron knows, from its own types (43 of them), and some that it does not know yet. */
const permissions = [
  ...['ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control'],
  ...['clipboard-read', 'clipboard-sanitized-write', 'deprecated-sync-clipboard-read', 'display-capture'],
  ...['fileSystem', 'fullscreen', 'geolocation', 'geolocation-approximate', 'hand-tracking', 'hid'],
  ...['idle-detection', 'keyboardLock', 'local-fonts', 'local-network', 'local-network-access'],
  ...['loopback-network', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications'],
  ...['openExternal', 'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointerLock'],
  ...['screen-wake-lock', 'sensors', 'serial', 'smart-card', 'speaker-selection', 'storage-access'],
  ...['system-wake-lock', 'top-level-storage-access', 'usb', 'vr', 'web-app-installation', 'web-printing'],
  ...['window-management', 'unknown', 'accessibility-events', 'bluetooth', 'something-new'],
];

describe('Electron item 5: the session', () => {
  const session = fakeSession();
  secureSession(session as unknown as Session);

  it.each(permissions)('J07 grants no permission %j, neither asked nor checked', (permission) => {
    const granted = vi.fn();
    session.taken('request')(null, permission, granted);
    expect(granted.mock.calls).toEqual([[false]]);
    expect(session.taken('check')(null, permission)).toBe(false);
  });

  it.each(['hid', 'serial', 'usb'])('J07 lets no device of kind %j in', (deviceType) => {
    expect(session.taken('device')({ deviceType, origin: 'app://bundle', device: {} })).toBe(false);
  });

  it('shares no screen, pairs no device and leaves protected USB classes protected', () => {
    const stream = vi.fn();
    session.taken('display')({}, stream);
    expect(stream.mock.calls).toEqual([[{}]]);
    const paired = vi.fn();
    session.taken('bluetooth')({}, paired);
    expect(paired.mock.calls).toEqual([[{ confirmed: false }]]);
    expect(session.taken('usb')({ protectedClasses: ['audio', 'hid'] })).toEqual(['audio', 'hid']);
  });

  it('J19 N01 loads no dictionary, downloads nothing, and is offline', () => {
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
    expect(session.setSpellCheckerLanguages).toHaveBeenCalledWith([]);
    expect(session.enableNetworkEmulation).toHaveBeenCalledWith({ offline: true });
    const event = fakeEvent({});
    session.taken('will-download')(event);
    expect(event.isPrevented()).toBe(true);
  });

  it.each([
    'https://example.edu/logo.png',
    'http://localhost/',
    'ws://localhost/',
    'wss://example.edu/',
    'file:///etc/passwd',
    'ftp://example.edu/',
    'chrome://gpu/',
    'appx://bundle/',
    'xapp://bundle/',
    '',
  ])('N06 cancels the request %j', (url) => {
    const answered = vi.fn();
    session.taken('before-request')({ url }, answered);
    expect(answered.mock.calls).toEqual([[{ cancel: true }]]);
    expect(isOwnRequest(url)).toBe(false);
  });

  it.each([
    'app://bundle/index.html',
    'badge-img://badge/00',
    'data:image/png;base64,',
    'blob:app://bundle/1',
  ])('lets our own %j pass', (url) => {
    const answered = vi.fn();
    session.taken('before-request')({ url }, answered);
    expect(answered.mock.calls).toEqual([[{ cancel: false }]]);
  });
});

describe('N01: Chromium itself', () => {
  it('resolves no name, uses no proxy, and runs none of its services', () => {
    const set = new Map<string, string | undefined>();
    silenceChromium({
      appendSwitch: (name: string, value?: string) => void set.set(name, value),
      getSwitchValue: (name: string) => (name === 'disable-features' ? 'AlreadyThere' : ''),
    });
    expect(set.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    const needed = [
      'no-proxy-server',
      'disable-background-networking',
      'disable-component-update',
      'no-pings',
    ];
    expect(needed.filter((name) => !set.has(name))).toEqual([]);
    expect(set.get('disable-features')?.split(',')).toEqual(
      expect.arrayContaining(['AlreadyThere', 'OptimizationHints', 'Translate']),
    );
  });
});

type Handler = (...args: unknown[]) => unknown;

/** Records what is set; `taken` is the handler that was given to a method (of an event: to its name). */
function fakeSession() {
  const set = new Map<string, Handler>();
  const take = (name: string) => (handler: Handler) => {
    set.set(name, handler);
  };
  return {
    taken: (name: string): Handler => {
      const handler = set.get(name);
      if (handler === undefined) throw new Error(`nothing was set for ${name}`);
      return handler;
    },
    setPermissionRequestHandler: take('request'),
    setPermissionCheckHandler: take('check'),
    setDevicePermissionHandler: take('device'),
    setDisplayMediaRequestHandler: take('display'),
    setBluetoothPairingHandler: take('bluetooth'),
    setUSBProtectedClassesHandler: take('usb'),
    setSpellCheckerEnabled: vi.fn(),
    setSpellCheckerLanguages: vi.fn(),
    enableNetworkEmulation: vi.fn(),
    on: (name: string, listener: Handler) => take(name)(listener),
    webRequest: { onBeforeRequest: take('before-request') },
  };
}
