import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { root } from '../../scripts/lib/paths.mjs';
import {
  type InstalledPackage,
  installPackage,
  updateDatabases,
  whyNoInstall,
} from '../support/installed-package.ts';

// The Debian package, installed in a folder of its own, as a desktop meets it: which files are its own, and what it is
// started with when somebody opens one.

const binary = process.env.APP_BINARY ?? '';
const reason = binary === '' ? 'APP_BINARY names no packaged app' : whyNoInstall();

test.skip(reason !== null, `needs an installed package: ${reason}`);
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let folder: string;
let installed: InstalledPackage;
let browser: Browser | undefined;

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'desktop-'));
  const switches = ['--remote-debugging-port=0', `--user-data-dir=${path.join(folder, 'user')}`];
  if (process.getuid?.() === 0) switches.push('--no-sandbox');
  installed = installPackage(binary, folder, switches);
  cpSync(path.join(root, 'resources/samples'), path.join(folder, 'samples'), { recursive: true });
});

test.afterAll(async () => {
  await browser?.close();
  const id = installed?.processId() ?? null;
  if (id !== null) process.kill(id);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

const sample = (name: string) => path.join(folder, 'samples', name);
const environment = () => ({ ...process.env, ...installed.environment });
const ask = (program: string, ...words: string[]) =>
  execFileSync(program, words, { encoding: 'utf8', env: environment() }).trim();
const defaultOf = (type: string) => ask('xdg-mime', 'query', 'default', type);
const typeOf = (file: string) => ask('gio', 'info', '-a', 'standard::content-type', file).split(': ').at(-1);
const registeredFor = (type: string) => ask('gio', 'mime', type);

test('the entries of the package are well formed, and take several files as paths', () => {
  const names = readdirSync(installed.applications).filter((name) => name.endsWith('.desktop'));
  expect(names.sort()).toEqual(['badge-backpack.desktop', 'zz-badge-backpack-open-with.desktop']);
  for (const name of names) {
    const file = path.join(installed.applications, name);
    expect(ask('desktop-file-validate', file)).toBe('');
    expect(readFileSync(file, 'utf8')).toMatch(/^Exec=.* %F$/m);
  }
});

test('files of our own kinds are ours by their names, whatever is in them', () => {
  const picture = readFileSync(sample('chess-club.png'));
  for (const [name, bytes, type] of [
    ['a picture.badge', picture, 'application/vnd.badge-backpack.badge'],
    ['text.badge', Buffer.from('{"type":"Assertion"}'), 'application/vnd.badge-backpack.badge'],
    ['several.obp', Buffer.from(zipSync({ 'a.png': picture })), 'application/vnd.badge-backpack.portfolio'],
  ] as const) {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    expect(typeOf(file), name).toBe(type);
    expect(defaultOf(type), name).toBe('badge-backpack.desktop');
  }
});

test('pictures and documents stay with their viewers, whoever is named first; we are in “Open with” alone', () => {
  const foreign = ['image/png', 'image/svg+xml', 'application/json', 'application/pdf', 'application/zip'];
  const viewer = path.join(installed.applications, 'org.example.viewer.desktop');
  const entry = ['[Desktop Entry]', 'Type=Application', 'Name=Viewer', 'Exec=true %F'];
  writeFileSync(viewer, [...entry, `MimeType=${foreign.join(';')};`, ''].join('\n'));
  updateDatabases(path.dirname(installed.applications));
  for (const type of foreign) {
    expect(defaultOf(type), type).toBe('org.example.viewer.desktop');
    expect(registeredFor(type), type).toMatch(/Default application.*: org\.example\.viewer\.desktop/);
    expect(registeredFor(type), type).toContain('zz-badge-backpack-open-with.desktop');
  }
  expect(typeOf(sample('chess-club.png'))).toBe('image/png');
  const own = readFileSync(path.join(installed.applications, 'badge-backpack.desktop'), 'utf8');
  for (const type of foreign) expect(own).not.toContain(type);
});

test('on a terminal its name and a command is the command line, with the exit status of it', () => {
  const run = (words: readonly string[], environment: NodeJS.ProcessEnv = process.env) =>
    spawnSync(installed.command, words, { encoding: 'utf8', env: environment, cwd: folder });
  const checked = run(['check', '--offline', '--json', sample('open-source-contributor.png')]);
  expect([checked.status, JSON.parse(checked.stdout).badges[0].verdict]).toEqual([2, 'unconfirmed']);
  const documents = ['--offline', '--documents', sample('documents/map.json')];
  expect(run(['check', ...documents, sample('chess-club.png')]).status).toBe(1);
  expect(run(['--version']).status).toBe(0);
  const bare = path.join(folder, 'bare');
  mkdirSync(bare);
  for (const tool of ['sh', 'dirname', 'readlink']) symlinkSync(`/usr/bin/${tool}`, path.join(bare, tool));
  const lacking = run(['check', 'x'], { PATH: bare });
  expect([lacking.status, lacking.stderr]).toEqual([4, expect.stringContaining('needs Node.js')]);
});

test('a file that is opened is in the backpack, and the running app gets the next ones, several at a time', async () => {
  const first = path.join(folder, 'Première aide 100 %.badge');
  cpSync(sample('first-aid-at-work.png'), first);
  const several = path.join(folder, 'several.obp');
  const names = ['chess-club.png', 'library-explorer.png'];
  writeFileSync(
    several,
    zipSync(Object.fromEntries(names.map((name) => [name, readFileSync(sample(name))]))),
  );
  const vector = path.join(folder, 'garden.badge');
  cpSync(sample('community-gardener.svg'), vector);

  // As a double click does: the program that is the default for the file's kind.
  await start('gio', 'open', first);
  browser = await chromium.connectOverCDP(await debuggerAddress());
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('no window');
  const badges = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await expect(badges).toHaveCount(1, { timeout: 30_000 });
  expect(installed.starts()).toEqual([[first]]);

  // As a drop on the icon does: that program, with all of them.
  await start('gio', 'launch', path.join(installed.applications, 'badge-backpack.desktop'), several, vector);
  await expect(badges).toHaveCount(4, { timeout: 30_000 });
  // As “Open with” does.
  const openWith = path.join(installed.applications, 'zz-badge-backpack-open-with.desktop');
  const pictures = [sample('open-source-contributor.png'), sample('watershed-field-methods.png')];
  await start('gio', 'launch', openWith, ...pictures);
  await expect(badges).toHaveCount(6, { timeout: 30_000 });
  expect(installed.starts()).toEqual([[first], [several, vector], pictures]);
  // A file on a terminal goes to the window that is open.
  const again = ['--no-sandbox', `--user-data-dir=${path.join(folder, 'user')}`, sample('chess-club.png')];
  expect(spawnSync(installed.command, again, { env: environment() }).status).toBe(0);
  await expect(badges).toHaveCount(6);
  const pages = browser.contexts().flatMap((context) => context.pages());
  expect(pages.filter((one) => one.url() === page.url())).toHaveLength(1);
});

async function start(program: string, ...words: string[]): Promise<void> {
  // What it starts goes on without it; its own streams would keep it.
  await promisify(execFile)('sh', ['-c', '"$@" >/dev/null 2>&1', 'sh', program, ...words], {
    env: environment(),
  });
}

/** Chromium writes the port that it chose, and the path of its endpoint, into its profile. */
async function debuggerAddress(): Promise<string> {
  const file = path.join(folder, 'user/DevToolsActivePort');
  const text = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await expect.poll(text, { timeout: 30_000 }).toContain('\n');
  const [port, endpoint] = text().split('\n');
  return `ws://127.0.0.1:${port}${endpoint}`;
}
