/** Drives the built app as a person would: for the guided tour and the tests. Needs a display and `out/`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { root } from './paths.mjs';

/**
 * Opens the app on a fresh library and fresh settings in a temporary folder, or again in `folder`; `appFolder`: another
 * copy of the built app.
 *
 * @param {{ folder?: string, args?: readonly string[], environment?: Readonly<Record<string, string>>, appFolder?: string }} [options]
 */
export async function openApp({ folder, args = [], environment = {}, appFolder = root } = {}) {
  const place = folder ?? (await mkdtemp(path.join(tmpdir(), 'badge-backpack-')));
  const app = await _electron.launch({
    args: [
      '.',
      `--user-data-dir=${path.join(place, 'user')}`,
      `--library=${path.join(place, 'library')}`,
      ...args,
    ],
    cwd: appFolder,
    env: { ...variables(), ...environment },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  // The shell is painted long before anything hears a key. A window without its main part is the caller's to look at.
  await page
    .locator('main')
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined);
  return {
    app,
    page,
    folder: place,
    /** Quits; the folder stays, so that the same library can be opened again. */
    quit: () => app.close(),
    /** Quits and leaves nothing behind. */
    close: async () => {
      await app.close();
      await rm(place, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function variables() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) found[name] = value;
  return found;
}

/**
 * Drags files that lie on disk over the window, as the system does: the page gets real paths. `dropFiles` also lets go.
 *
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} files absolute paths
 * @param {{ x: number, y: number }} [at]
 */
export async function dragFiles(page, files, at = { x: 500, y: 400 }) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (['dragEnter', 'dragOver'])) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  return {
    drop: () => session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data }),
    cancel: () => session.send('Input.dispatchDragEvent', { type: 'dragCancel', ...at, data }),
  };
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} files absolute paths
 * @param {{ x: number, y: number }} [at]
 */
export async function dropFiles(page, files, at) {
  const drag = await dragFiles(page, files, at);
  await drag.drop();
}

/**
 * Answers the next save dialogs with a file (null: the person closed it); the system's own dialog never opens.
 *
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {string | null} file
 */
export async function answerSaveDialog(app, file) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
}

/**
 * Answers the next open dialogs with files or folders (none: the person closed it).
 *
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {readonly string[]} files
 */
export async function answerOpenDialog(app, files) {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, files);
}
