import { app } from 'electron';
import { limits } from '../../shared/limits.ts';
import { withResolvers } from '../node/with-resolvers.ts';
import type { RunningApp } from './compose.ts';
import type { FirstWindow } from './first-window.ts';
import type { LaunchArguments } from './launch-arguments.ts';
import { openNextTime } from './start-again.ts';

/** From the start to the end: what the system tells the app, and when it may go. */
export function liveApp(
  openFirst: () => FirstWindow,
  compose: (first: FirstWindow) => Promise<RunningApp>,
  launch: LaunchArguments,
): void {
  const { promise: running, resolve: runs, reject: fails } = withResolvers<RunningApp>();
  let isStarted = false;
  let isClosing = false;
  let isClosed = false;
  /** What comes while the app is closing, as a second instance hands it over: the next start gets it. */
  const forNextTime: unknown[] = [];

  // macOS opens files by event, possibly before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (isClosing) forNextTime.push({ files: [file] });
    else void running.then(({ open }) => open([file]));
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (isClosing) forNextTime.push(data);
    else
      void running.then(({ show, openHandedOver }) => {
        show();
        openHandedOver(data);
      });
  });
  app.on('activate', () => {
    if (!isClosing) void running.then(({ show }) => show());
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed || !isStarted) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void withinTime(running.then(({ close }) => close())).then(async () => {
      const { filesOfSecondInstance } = await import('./second-instance.ts');
      app.once('quit', () => {
        if (forNextTime.length > 0) openNextTime([...new Set(forNextTime.flatMap(filesOfSecondInstance))]);
      });
      isClosed = true;
      // In a later turn: while Electron is still being told not to quit, it hears nothing.
      setImmediate(() => app.quit());
    });
  });

  void app.whenReady().then(() => {
    isStarted = true;
    compose(openFirst()).then(runs, fails);
  });
  void running.then(({ open }) => {
    if (!isClosing) open(launch.files);
  });
}

async function withinTime(closing: Promise<void>): Promise<void> {
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, limits.closeTimeoutMs).unref());
  await Promise.race([closing.catch(() => undefined), timeout]);
}
