import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { Answer, EventName } from '../../shared/ipc/contract.ts';
import type { ImportProgress, ImportSummary } from '../../shared/ipc/import-views.ts';
import type { LibraryView } from '../../shared/ipc/views.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { credential30 } from '../factories/badges.ts';
import { iTXt, pngWith, tEXt } from '../factories/png.ts';

declare global {
  interface Window {
    readonly backpack: Bridge;
    /** What the page heard, by event: these tests listen from its start. */
    heard: Record<string, unknown[]>;
  }
}

let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
let folder: string;

test.beforeEach(async () => {
  ({ app, page, close, folder } = await openApp());
  await listen(page);
});
test.afterEach(() => close());

/** Collects every event in `window.heard`. */
function listen(on: Page): Promise<void> {
  return on.evaluate(() => {
    window.heard = {};
    const names = [
      'library.changed',
      'import.progress',
      'import.summary',
      'check.progress',
      'command.run',
    ] as const;
    for (const name of names) {
      window.backpack.on(name, (payload) => {
        window.heard[name] = [...(window.heard[name] ?? []), payload];
      });
    }
  });
}

function heard(name: EventName): Promise<readonly unknown[]> {
  return page.evaluate((event) => window.heard[event] ?? [], name);
}

function granted<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`${answer.failure.code}: ${answer.failure.message}`);
  return answer.value;
}

async function library(): Promise<LibraryView> {
  return granted(await page.evaluate(() => window.backpack.getLibrary()));
}

function badgeText(name: string, number = 1): string {
  const achievement = {
    id: `urn:a:${number}`,
    type: ['Achievement'],
    name,
    description: 'd',
    criteria: { narrative: 'c' },
  };
  const credentialSubject = { type: ['AchievementSubject'], achievement };
  return JSON.stringify(credential30({ id: `urn:uuid:${number}-${name}`, credentialSubject }));
}

async function importText(text: string): Promise<ImportSummary> {
  return granted(await page.evaluate((given) => window.backpack.importText(given), text));
}

async function idOf(name: string): Promise<string> {
  const { rows } = await importText(badgeText(name));
  const id = rows[0]?.badgeIds[0];
  if (id === undefined) throw new Error(`not imported: ${JSON.stringify(rows)}`);
  return id;
}

/** Gives files to the page as a file field does: they lie on disk. */
async function importFromDisk(files: readonly string[]): Promise<ImportSummary> {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), {
      type: 'file',
      multiple: true,
      id: 'given',
    });
    document.body.append(field);
  });
  await page.setInputFiles('#given', [...files]);
  return granted(
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#given');
      const chosen = [...(field?.files ?? [])];
      field?.remove();
      return window.backpack.importFiles(chosen);
    }),
  );
}

async function writeFiles(count: number, name = 'in'): Promise<string> {
  const target = path.join(folder, name);
  await mkdir(target);
  for (let number = 0; number < count; number += 1) {
    await writeFile(path.join(target, `badge-${number}.json`), badgeText(`Badge ${number}`, number));
  }
  return target;
}

test('the app starts with an empty library, in its place, at the settings of a first start', async () => {
  const view = await library();
  expect(view).toMatchObject({ badges: [], collections: [], identities: [], problems: [], readOnly: false });
  expect(await readdir(path.join(folder, 'library'))).toContain('library.json');
  const settings = granted(await page.evaluate(() => window.backpack.getSettings()));
  expect(settings).toMatchObject({ theme: 'system', view: 'grid', checkOnImport: false });
  const isVisible = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  expect(isVisible).toBe(true);
});

test('files on disk, bytes and text come in, with a row each; the page never sees a path', async () => {
  const picture = path.join(folder, 'weld.png');
  await writeFile(picture, pngWith([iTXt('openbadgecredential', badgeText('From a picture', 1))]));
  const notBadge = path.join(folder, 'holiday.png');
  await writeFile(notBadge, pngWith([tEXt('Comment', 'sun')]));
  const missing = path.join(folder, 'gone.png');
  await writeFile(missing, 'x');

  const fromDisk = await importFromDisk([picture, notBadge]);
  expect(
    fromDisk.rows.map(({ fileName, outcome, failure }) => [fileName, outcome, failure?.code ?? null]),
  ).toEqual([
    ['weld.png', 'imported', null],
    ['holiday.png', 'refused', 'image/no-badge'],
  ]);
  const fromBytes = granted(
    await page.evaluate(
      (text) => window.backpack.importFiles([new File([text], 'memory.json')]),
      badgeText('In memory', 2),
    ),
  );
  expect(fromBytes.rows[0]).toMatchObject({ fileName: 'memory.json', outcome: 'imported' });
  expect((await importText(badgeText('Pasted', 3))).rows[0]).toMatchObject({ outcome: 'imported' });
  expect((await importText(badgeText('Pasted', 3))).rows[0]).toMatchObject({ outcome: 'already' });
  const tooLarge = granted(
    await page.evaluate(() =>
      window.backpack.importFiles([new File([new Uint8Array(25_000_001)], 'huge.png')]),
    ),
  );
  expect(tooLarge.rows[0]).toMatchObject({ outcome: 'refused', failure: { code: 'input/too-large' } });

  const view = await library();
  expect(view.badges.map(({ name }) => name).sort()).toEqual(['From a picture', 'In memory', 'Pasted']);
  const everything = JSON.stringify([fromDisk, fromBytes, view, await heard('library.changed')]);
  expect(everything).not.toContain(folder);
});

test('the picture of a badge is shown by its id, and its details hold the exact text', async () => {
  const picture = path.join(folder, 'weld.png');
  const text = badgeText('Welding');
  await writeFile(picture, pngWith([iTXt('openbadgecredential', text)]));
  await importFromDisk([picture]);
  const [card] = (await library()).badges;
  expect(card?.imageUrl).toBe(`badge-img://badge/${card?.id}`);
  const width = await page.evaluate(
    (url) =>
      new Promise<number>((resolve) => {
        const image = new Image();
        image.onload = () => resolve(image.naturalWidth);
        image.onerror = () => resolve(-1);
        image.src = url;
      }),
    card?.imageUrl ?? '',
  );
  expect(width).toBe(2);
  const details = granted(await page.evaluate((id) => window.backpack.getBadge(id), card?.id ?? ''));
  expect(details).toMatchObject({
    fileName: 'weld.png',
    rawText: text,
    badge: { name: 'Welding', version: '3.0' },
  });
});

test('an unknown badge is a failure with words', async () => {
  const answer = await page.evaluate(() => window.backpack.getBadge('0'.repeat(64)));
  expect(answer).toMatchObject({
    ok: false,
    failure: { code: 'store/not-found', message: expect.any(String) },
  });
});

test('a new badge is checked in the background, offline, and its card then has a verdict', async () => {
  const id = await idOf('Unsigned');
  await expect.poll(async () => (await library()).badges[0]?.verdict).toBe('unsigned');
  const details = granted(await page.evaluate((given) => window.backpack.getBadge(given), id));
  expect(details.report).toMatchObject({ mode: 'offline', integrity: { value: 'unsigned' } });
  expect(details.headline?.sentence).toMatch(/\w/);
  const answer = await page.evaluate((given) => window.backpack.checkBadges([given], false), id);
  expect(answer).toEqual({ ok: true, value: null });
  expect((await heard('check.progress')).at(-1)).toEqual({ done: 1, total: 1 });
});

test('the samples come in and are checked; asking for them again adds nothing', async () => {
  const first = granted(await page.evaluate(() => window.backpack.importFrom({ kind: 'samples' })));
  expect(first.rows.length).toBeGreaterThanOrEqual(6);
  expect(first.rows.filter(({ outcome }) => outcome !== 'imported')).toEqual([]);
  await expect
    .poll(async () => (await library()).badges.filter(({ verdict }) => verdict === null).length, {
      timeout: 30_000,
    })
    .toBe(0);
  const again = granted(await page.evaluate(() => window.backpack.importFrom({ kind: 'samples' })));
  expect(new Set(again.rows.map(({ outcome }) => outcome))).toEqual(new Set(['already']));
});

test('dialogs choose files and folders; closing one is no answer', async () => {
  const target = await writeFiles(3);
  await answerOpenDialog(app, []);
  expect(await page.evaluate(() => window.backpack.chooseAndImport('files'))).toEqual({
    ok: true,
    value: null,
  });
  await answerOpenDialog(app, [target]);
  const summary = granted(await page.evaluate(() => window.backpack.chooseAndImport('folder')));
  expect(summary?.rows.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'imported']);
});

test('collections are made, named, filled, emptied and deleted, and all of it can be undone', async () => {
  const [first, second] = [await idOf('First'), await idOf('Second')];
  const { createdId } = granted(
    await page.evaluate(
      (badgeIds) =>
        window.backpack.edit({
          kind: 'collection.create',
          name: 'Work',
          badgeIds,
          parentId: null,
          search: null,
        }),
      [first],
    ),
  );
  const id = createdId ?? '';
  await page.evaluate(
    ([collection = '', badge = '']) =>
      window.backpack.edit({ kind: 'collection.add', id: collection, badgeIds: [badge] }),
    [id, second],
  );
  await page.evaluate(
    (given) => window.backpack.edit({ kind: 'collection.rename', id: given, name: 'My work' }),
    id,
  );
  expect((await library()).collections).toEqual([
    { id, name: 'My work', parentId: null, search: null, badgeIds: [first, second] },
  ]);
  await page.evaluate(
    ([collection = '', badge = '']) =>
      window.backpack.edit({ kind: 'collection.take-out', id: collection, badgeIds: [badge] }),
    [id, first],
  );
  expect((await library()).collections[0]?.badgeIds).toEqual([second]);
  await page.evaluate((given) => window.backpack.edit({ kind: 'collection.delete', id: given }), id);
  expect((await library()).collections).toEqual([]);
  const undone = granted(await page.evaluate(() => window.backpack.travel('undo')));
  expect(undone).toContain('My work');
  expect((await library()).collections[0]?.name).toBe('My work');
  expect(granted(await page.evaluate(() => window.backpack.travel('redo')))).toContain('My work');
  expect((await library()).collections).toEqual([]);
});

test('a removed badge goes from the view, says so, and comes back', async () => {
  const id = await idOf('Here');
  const removed = await page.evaluate(
    (given) => window.backpack.edit({ kind: 'badges.remove', badgeIds: [given] }),
    id,
  );
  expect(granted(removed).label).toContain('Here');
  expect((await library()).badges).toEqual([]);
  await expect
    .poll(async () => JSON.stringify((await heard('library.changed')).at(-1)))
    .toContain(`"removed":["${id}"]`);
  await page.evaluate(() => window.backpack.travel('undo'));
  expect((await library()).badges.map((card) => card.id)).toEqual([id]);
});

test('addresses are added, matched and removed', async () => {
  const answer = await page.evaluate(() =>
    window.backpack.edit({ kind: 'identity.add', address: 'ada@home.example', label: 'Home' }),
  );
  expect(granted(answer).matched).toBe(0);
  expect((await library()).identities).toMatchObject([{ address: 'ada@home.example', label: 'Home' }]);
  await page.evaluate(() => window.backpack.edit({ kind: 'identity.remove', address: 'ada@home.example' }));
  expect((await library()).identities).toEqual([]);
});

test('an original is saved byte for byte, where the person said and nowhere else', async () => {
  const source = path.join(folder, 'weld.png');
  await writeFile(source, pngWith([iTXt('openbadgecredential', badgeText('Welding'))]));
  await importFromDisk([source]);
  const id = (await library()).badges[0]?.id ?? '';
  await answerSaveDialog(app, null);
  expect(await page.evaluate((given) => window.backpack.saveOriginal(given), id)).toEqual({
    ok: true,
    value: null,
  });
  const target = path.join(folder, 'saved.png');
  await answerSaveDialog(app, target);
  const saved = await page.evaluate((given) => window.backpack.saveOriginal(given), id);
  expect(saved).toEqual({ ok: true, value: { savedAs: 'saved.png' } });
  expect((await readFile(target)).equals(await readFile(source))).toBe(true);
});

test('an export is written where the person said, and shown in its folder', async () => {
  const id = await idOf('Welding');
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (file) => void Object.assign(globalThis, { shown: file });
  });
  const early = await page.evaluate(() => window.backpack.revealExport());
  expect(early).toMatchObject({ ok: false, failure: { code: 'store/not-found' } });
  const target = path.join(folder, 'mine.html');
  await answerSaveDialog(app, target);
  const portfolio = plainPortfolio('Mine', [id]);
  const switches = { ...leastSwitches, originals: true };
  const answer = await page.evaluate((given) => window.backpack.exportPortfolio(given), {
    do: 'save',
    forWhom: '',
    portfolio,
    switches,
    format: 'html',
  } as const);
  expect(answer).toEqual({ ok: true, value: { kind: 'saved', savedAs: 'mine.html', badgeCount: 1 } });
  const written = await readFile(target, 'utf8');
  expect(written).toContain('Welding');
  expect(written).toContain('data-original=');
  const preview = await page.evaluate((given) => window.backpack.exportPortfolio(given), {
    do: 'preview',
    portfolio,
    switches,
  } as const);
  expect(preview).toMatchObject({
    ok: true,
    value: { kind: 'preview', url: expect.stringMatching(/^app:\/\/preview\/\d+\.html$/), left: 0 },
  });
  await page.evaluate(() => window.backpack.revealExport());
  const shown = await app.evaluate(() => (globalThis as unknown as { shown: unknown }).shown);
  expect(shown).toBe(target);
});

test('settings are kept over a restart, and the theme follows at once', async () => {
  const change = { theme: 'dark', view: 'list' } as const;
  const changed = await page.evaluate((given) => window.backpack.changeSettings(given), change);
  expect(granted(changed)).toMatchObject(change);
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await page.emulateMedia({ colorScheme: null });
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await app.close();
  ({ app, page, close, folder } = await openApp({ folder }));
  expect(granted(await page.evaluate(() => window.backpack.getSettings()))).toMatchObject(change);
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
});

test('J01 a link leaves the app only when the person agrees, and never an odd one', async () => {
  await app.evaluate(({ dialog, shell }) => {
    const record = { asked: [] as string[], opened: [] as string[], button: 0 };
    Object.assign(globalThis, { record });
    dialog.showMessageBox = async (...args: unknown[]) => {
      record.asked.push(JSON.stringify(args.at(-1)));
      return { response: record.button, checkboxChecked: false };
    };
    shell.openExternal = async (url) => void record.opened.push(url);
  });
  const open = (url: string) => page.evaluate((given) => window.backpack.openLink(given), url);
  expect(await open('https://xn--pple-43d.com/a')).toEqual({ ok: true, value: { opened: false } });
  await app.evaluate(() => {
    (globalThis as unknown as { record: { button: number } }).record.button = 1;
  });
  expect(await open('https://аpple.com/a')).toEqual({ ok: true, value: { opened: true } });
  expect(await open('javascript:alert(1)')).toMatchObject({
    ok: false,
    failure: { code: 'network/bad-url' },
  });
  const record = await app.evaluate(
    () => (globalThis as unknown as { record: { asked: string[]; opened: string[] } }).record,
  );
  expect(record.opened).toEqual(['https://xn--pple-43d.com/a']);
  expect(record.asked).toHaveLength(2);
  expect(record.asked[1]).toContain('xn--pple-43d.com');
  expect(JSON.parse(record.asked[1] ?? '')).toMatchObject({ defaultId: 0, cancelId: 0 });
});

test('text is copied', async () => {
  await page.evaluate(() => window.backpack.copyText('a report'));
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('a report');
});

test('a command of the menu reaches the page by its id', async () => {
  await app.evaluate(({ Menu, BrowserWindow }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('keys.open');
    item?.click(undefined, BrowserWindow.getAllWindows()[0]);
  });
  await expect.poll(() => heard('command.run')).toEqual([{ id: 'keys.open' }]);
});

test('a thousand badges come in without holding the app up, and their view is given at once', async () => {
  test.setTimeout(180_000);
  const target = await writeFiles(1_000);
  await answerOpenDialog(app, [target]);
  await watchMain();
  const started = Date.now();
  const summary = granted(await page.evaluate(() => window.backpack.chooseAndImport('folder')));
  const seconds = (Date.now() - started) / 1_000;
  expect(summary?.rows.filter(({ outcome }) => outcome === 'imported')).toHaveLength(1_000);
  const importLag = await longestStop();
  const progress = (await heard('import.progress')) as readonly ImportProgress[];
  expect(progress.at(-1)).toMatchObject({ done: 1_000, total: 1_000, imported: 1_000, finished: true });
  expect(progress.length).toBeLessThanOrEqual(seconds * 10 + 3);

  await expect
    .poll(async () => (await library()).badges.filter(({ verdict }) => verdict === null).length, {
      timeout: 90_000,
    })
    .toBe(0);
  await watchMain();
  const times = await page.evaluate(async () => {
    const all: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const start = performance.now();
      await window.backpack.getLibrary();
      all.push(performance.now() - start);
    }
    return all.sort((a, b) => a - b);
  });
  const viewLag = await longestStop();
  test.info().annotations.push({
    type: 'measured',
    description: `import ${seconds.toFixed(1)} s, main stopped ${importLag} ms; view ${times[5]?.toFixed(0)} ms, main stopped ${viewLag} ms`,
  });
  expect(viewLag).toBeLessThanOrEqual(50);
  expect(importLag).toBeLessThanOrEqual(100);
});

/**
 * Measures in main how long its loop stands still at the longest by its own work: the gap between two turns, or the
 * processor time used in it where that is less, since a busy machine stops anybody.
 */
async function watchMain(): Promise<void> {
  await app.evaluate(() => {
    const scope = globalThis as unknown as { lag: { worst: number; timer: NodeJS.Timeout } };
    clearInterval(scope.lag?.timer);
    let last = performance.now();
    let used = process.cpuUsage();
    const lag = {
      worst: 0,
      timer: setInterval(() => {
        const now = performance.now();
        const { user, system } = process.cpuUsage(used);
        lag.worst = Math.max(lag.worst, Math.min(now - last - 5, (user + system) / 1_000));
        last = now;
        used = process.cpuUsage();
      }, 5),
    };
    scope.lag = lag;
  });
}

function longestStop(): Promise<number> {
  return app.evaluate(() => Math.round((globalThis as unknown as { lag: { worst: number } }).lag.worst));
}

test('an import can be stopped: what was said to be in stays, the rest is named', async () => {
  const target = await writeFiles(400);
  await answerOpenDialog(app, [target]);
  const running = page.evaluate(() => window.backpack.chooseAndImport('folder'));
  await expect
    .poll(async () => (await heard('import.progress')).length, { intervals: [20] })
    .toBeGreaterThan(1);
  await page.evaluate(() => window.backpack.cancelImport());
  const summary = granted(await running);
  expect(summary?.cancelled).toBe(true);
  const imported = summary?.rows.filter(({ outcome }) => outcome === 'imported') ?? [];
  const cancelled = summary?.rows.filter(({ outcome }) => outcome === 'cancelled') ?? [];
  expect(cancelled.length).toBeGreaterThan(0);
  expect(imported.length + cancelled.length).toBe(400);
  expect((await library()).badges).toHaveLength(imported.length);
});

function readerPid(): Promise<number | null> {
  return app.evaluate(({ app: electronApp }) => {
    const reader = electronApp.getAppMetrics().find((each) => each.name === 'Badge Reader');
    return reader?.pid ?? null;
  });
}

test('a reader that is killed in the middle of an import costs no file', async () => {
  const target = await writeFiles(300);
  await answerOpenDialog(app, [target]);
  await idOf('Warm');
  const pid = await readerPid();
  expect(pid).not.toBeNull();
  const running = page.evaluate(() => window.backpack.chooseAndImport('folder'));
  await expect
    .poll(async () => (await heard('import.progress')).length, { intervals: [20] })
    .toBeGreaterThan(1);
  process.kill(pid ?? 0, 'SIGKILL');
  const summary = granted(await running);
  expect(summary?.rows.filter(({ outcome }) => outcome !== 'imported')).toEqual([]);
  expect(await readerPid()).not.toBe(pid);
});

test('E a reader that hangs is stopped at its deadline: that file is refused, the next one comes in', async () => {
  test.skip(process.platform === 'win32', 'a process cannot be made to stand still');
  await idOf('Warm');
  const pid = (await readerPid()) ?? 0;
  process.kill(pid, 'SIGSTOP');
  const started = Date.now();
  const { rows } = await importText(badgeText('Hangs', 7));
  expect(rows[0]).toMatchObject({ outcome: 'refused', failure: { code: 'input/timeout' } });
  expect(Date.now() - started).toBeLessThan(12_000);
  expect((await importText(badgeText('Next', 8))).rows[0]).toMatchObject({ outcome: 'imported' });
  // It was told to end, and would do so only when it is let go on.
  process.kill(pid, 'SIGCONT');
  await expect.poll(() => isRunning(pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('J15 a page whose process dies is loaded again, twice; then the person is told', async () => {
  await app.evaluate(({ dialog }) => {
    Object.assign(globalThis, { told: 0 });
    dialog.showMessageBox = () => {
      Object.assign(globalThis, { told: 1 });
      return new Promise(() => undefined);
    };
  });
  for (let death = 1; death <= 3; death += 1) {
    await app.evaluate(async ({ BrowserWindow }, isLast) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('no window');
      const loaded = new Promise((resolve) => contents.once('did-finish-load', () => resolve(null)));
      const gone = new Promise((resolve) => contents.once('render-process-gone', () => resolve(null)));
      contents.forcefullyCrashRenderer();
      await (isLast ? gone : loaded);
    }, death === 3);
    const told = await app.evaluate(() => (globalThis as unknown as { told: number }).told);
    expect([death, told]).toEqual([death, death === 3 ? 1 : 0]);
  }
  await app.evaluate(({ app: electronApp }) => electronApp.exit(0));
});

/** Starts the app once more by itself, as the system does for a double click; resolves when that process ended. */
function startAgain(args: readonly string[]): Promise<number | null> {
  // What the package `electron` answers outside of Electron: the path of its program.
  const electron = createRequire(path.join(root, 'package.json'))('electron') as unknown as string;
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, ['.', ...switches, `--user-data-dir=${path.join(folder, 'user')}`, ...args], {
    cwd: root,
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.on('exit', resolve));
}

test('J04 a second start hands its files to the first and ends; a folder or a FIFO is refused', async () => {
  const file = path.join(folder, 'opened.json');
  await writeFile(file, badgeText('Opened'));
  await mkdir(path.join(folder, 'a folder'));
  await startAgain([file, path.join(folder, 'a folder'), '-odd.json', '/dev/zero']);
  await expect.poll(async () => (await heard('import.summary')).length).toBe(1);
  const [summary] = (await heard('import.summary')) as readonly ImportSummary[];
  expect(
    summary?.rows.map(({ fileName, outcome, failure }) => [fileName, outcome, failure?.code ?? null]),
  ).toEqual([
    ['opened.json', 'imported', null],
    ['a folder', 'refused', 'input/not-a-file'],
    ['zero', 'refused', 'input/not-a-file'],
  ]);
  await startAgain([file]);
  await expect.poll(async () => (await heard('import.summary')).length).toBe(2);
  expect((await library()).badges.map(({ name }) => name)).toEqual(['Opened']);
});

test('a library that cannot be opened is told in words, and the window lives', async () => {
  await app.close();
  await rm(path.join(folder, 'library'), { recursive: true });
  await writeFile(path.join(folder, 'library'), 'a file where the folder should be');
  ({ app, page, close, folder } = await openApp({ folder }));
  const answer = await page.evaluate(() => window.backpack.getLibrary());
  expect(answer).toMatchObject({ ok: false, failure: { code: expect.stringMatching(/^store\//) } });
  expect(JSON.stringify(answer)).not.toContain(folder);
  expect(await page.evaluate(() => window.backpack.importText('{}'))).toMatchObject({ ok: false });
  expect(await page.evaluate(() => window.backpack.getSettings())).toMatchObject({ ok: true });
});

test('files on the command line are imported at the start, and the page hears of it', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'first-'));
  const file = path.join(other, 'first.json');
  await writeFile(file, badgeText('First file'));
  await close();
  ({ app, page, close, folder } = await openApp({ args: [file] }));
  await expect.poll(async () => (await library()).badges.map(({ name }) => name)).toEqual(['First file']);
  await rm(other, { recursive: true });
});

test('closing in the middle of an import keeps every badge that was said to be in', async () => {
  const target = await writeFiles(300);
  await answerOpenDialog(app, [target]);
  const running = page.evaluate(() => window.backpack.chooseAndImport('folder')).catch(() => null);
  await expect
    .poll(async () => (await heard('import.progress')).length, { intervals: [20] })
    .toBeGreaterThan(2);
  const progress = (await heard('import.progress')) as readonly ImportProgress[];
  await app.close();
  await running;
  ({ app, page, close, folder } = await openApp({ folder }));
  const view = await library();
  expect(view.problems).toEqual([]);
  expect(view.badges.length).toBeGreaterThanOrEqual(progress.at(-1)?.imported ?? 1);
});
