import { app, type Session, type WebContents } from 'electron';
import { badgeImageScheme } from '../../shared/ipc/badge-image-url.ts';
import { appPage, appScheme, previewOrigin } from './app-origin.ts';

/**
 * Before the app is ready: every renderer is sandboxed, and every page that ever comes to be is held to the rules.
 * Where somebody started the app with `--no-sandbox` (root must, Chromium refuses otherwise), `enableSandbox` would take
 * that switch away and no page could start; the window asks for its sandbox in any case.
 */
export function secureApp(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => secureContents(contents));
}

/**
 * A page stays where it is: no navigation, no redirect, no window, no webview. Nor may it speak past its policy: that
 * does not cover WebRTC, which would otherwise send packets to whoever a script names.
 */
export function secureContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (event.url !== appPage) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    const isOwn = event.isMainFrame ? event.url === appPage : event.url.startsWith(`${previewOrigin}/`);
    if (!isOwn) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/**
 * Electron tells of no navigation to `about:blank` before it happens, so the window's page can still empty itself. Such
 * a page is nobody's (its calls are refused), and the window comes back to its own at once.
 */
export function stayHome(contents: WebContents): void {
  contents.on('did-navigate', (_event, url) => {
    if (url !== appPage) void contents.loadURL(appPage).catch(() => undefined);
  });
}

/** The page's session: no permission, no device, no download, no dictionary, and no request but to our own schemes. */
export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.setUSBProtectedClassesHandler((details) => details.protectedClasses);
  // Without this, Chromium asks for a dictionary before it hears that nobody wants one.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isOwnRequest(url) }));
  session.enableNetworkEmulation({ offline: true });
}

/** What the page may ask for. `devtools:` pages exist only where developer tools do. */
export function isOwnRequest(url: string): boolean {
  const scheme = url.slice(0, url.indexOf(':'));
  return ownSchemes.includes(scheme);
}

const ownSchemes: readonly string[] = [appScheme, badgeImageScheme, 'blob', 'data', 'devtools'];
