import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { endingBadge } from '../factories/ending-badge.ts';
import {
  type NotificationDaemon,
  startNotificationDaemon,
  whyNoSessionBus,
} from '../support/notification-daemon.ts';

// A session bus with a service for notifications on it: what the app really says to the system, and what a click does.

const reason = whyNoSessionBus();

test.skip(reason !== null, `needs a session bus: ${reason}`);

let daemon: NotificationDaemon;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backpack-notify-'));
  daemon = await startNotificationDaemon();
});
test.afterEach(async () => {
  daemon.close();
  await rm(folder, { recursive: true, force: true });
});

test('the system tells once that a badge ends soon, names none, and a click on it shows the watch', async () => {
  const environment = { DBUS_SESSION_BUS_ADDRESS: daemon.address };
  const first = await openApp({ environment });
  const file = path.join(folder, 'rowing.json');
  await writeFile(file, endingBadge('Rowing', 9));
  await answerOpenDialog(first.app, [file]);
  await expect(first.page.getByText('Your badges will live here')).toBeVisible();
  await first.page.keyboard.press('Control+o');
  await expect(first.page.getByText('1 badge in your backpack ends within a month.')).toBeVisible();
  await first.page.evaluate(() => window.backpack.changeSettings({ notifyOfEnds: true }));
  await first.quit();
  expect(daemon.shown).toEqual([]);

  const second = await openApp({ folder: first.folder, environment });
  await expect.poll(() => daemon.shown, { timeout: 20_000 }).toHaveLength(1);
  const [notice] = daemon.shown;
  expect(notice).toMatchObject({
    title: 'Badge Backpack',
    text: '1 badge in your backpack ends within a month.',
  });
  expect(notice?.actions).toContain('default');
  await expect(second.page.getByRole('option', { name: /Rowing/ })).toBeVisible();
  await second.page.keyboard.press('Control+Shift+C');
  await expect(second.page.getByRole('heading', { name: 'Check badges', level: 1 })).toBeVisible();
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  daemon.click(notice?.id ?? 0);
  await expect(second.page.getByRole('heading', { name: 'Watch', level: 1 })).toBeVisible();
  await expect(second.page.getByRole('listbox', { name: 'Badges that end' })).toContainText('Rowing');
  const isMinimized = () =>
    second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimized).toBe(false);
  await second.quit();

  const third = await openApp({ folder: first.folder, environment });
  await expect(third.page.getByText('1 badge in your backpack ends within a month.')).toBeVisible();
  await third.page.waitForTimeout(1_000);
  expect(daemon.shown).toHaveLength(1);
  await third.close();
});
