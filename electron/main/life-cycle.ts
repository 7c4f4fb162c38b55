import { app } from 'electron';
import { limits } from '../../shared/limits.ts';
import type { RunningApp } from './compose.ts';
import { filesOfSecondInstance } from './instance.ts';
import type { LaunchArguments } from './launch-arguments.ts';

/** From the start to the end: what the system tells the app, and when it may go. */
export function liveApp(compose: () => RunningApp, launch: LaunchArguments): void {
  let running: RunningApp | null = null;
  let isClosed = false;
  const openedEarly: string[] = [...launch.files];

  // macOS opens files by event, possibly before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (running === null) openedEarly.push(file);
    else running.open([file]);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    running?.show();
    running?.open(filesOfSecondInstance(data));
  });
  app.on('activate', () => running?.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed || running === null) return;
    event.preventDefault();
    void withinTime(running.close()).then(() => {
      isClosed = true;
      // In a later turn: while Electron is still being told not to quit, it hears nothing.
      setImmediate(() => app.quit());
    });
  });

  void app.whenReady().then(() => {
    running = compose();
    running.show();
    running.open(openedEarly);
  });
}

async function withinTime(closing: Promise<void>): Promise<void> {
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, limits.closeTimeoutMs).unref());
  await Promise.race([closing.catch(() => undefined), timeout]);
}
