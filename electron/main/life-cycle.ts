import { app } from 'electron';
import { limits } from '../../shared/limits.ts';
import { withResolvers } from '../node/with-resolvers.ts';
import type { RunningApp } from './compose.ts';
import type { FirstWindow } from './first-window.ts';
import type { LaunchArguments } from './launch-arguments.ts';

/** From the start to the end: what the system tells the app, and when it may go. */
export function liveApp(
  openFirst: () => FirstWindow,
  compose: (first: FirstWindow) => Promise<RunningApp>,
  launch: LaunchArguments,
): void {
  const { promise: running, resolve: runs, reject: fails } = withResolvers<RunningApp>();
  let isStarted = false;
  let isClosed = false;

  // macOS opens files by event, possibly before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void running.then(({ open }) => open([file]));
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    void running.then(({ show, openHandedOver }) => {
      show();
      openHandedOver(data);
    });
  });
  app.on('activate', () => void running.then(({ show }) => show()));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed || !isStarted) return;
    event.preventDefault();
    void withinTime(running.then(({ close }) => close())).then(() => {
      isClosed = true;
      // In a later turn: while Electron is still being told not to quit, it hears nothing.
      setImmediate(() => app.quit());
    });
  });

  void app.whenReady().then(() => {
    isStarted = true;
    compose(openFirst()).then(runs, fails);
  });
  void running.then(({ open }) => open(launch.files));
}

async function withinTime(closing: Promise<void>): Promise<void> {
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, limits.closeTimeoutMs).unref());
  await Promise.race([closing.catch(() => undefined), timeout]);
}
