/**
 * Sees to it that Electron's system libraries, a virtual display and a browser for exported pages are there. On Debian
 * as root it installs what is missing; elsewhere it says which command does.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ package: string, library?: string, program?: string }} Need */

/** What Electron itself needs to open a window. @type {Need[]} */
const libraries = [
  { package: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { package: 'libnss3', library: 'libnss3.so' },
  { package: 'libasound2', library: 'libasound.so.2' },
  { package: 'libgbm1', library: 'libgbm.so.1' },
];
/** @type {Need[]} */
const virtualDisplay = [
  { package: 'xvfb', program: 'xvfb-run' },
  { package: 'xauth', program: 'xauth' },
];
/** @type {Need[]} */
const browser = [{ package: 'chromium', program: 'chromium' }];
/**
 * For the tests that count packets in a network of their own, which only root can make, those that meddle with system
 * calls, and those of the desktop around the app; they are skipped where a tool is missing. @type {Need[]}
 */
const rootTools =
  process.getuid?.() === 0
    ? [
        { package: 'iproute2', program: 'ip' },
        { package: 'strace', program: 'strace' },
        { package: 'dbus-daemon', program: 'dbus-daemon' },
        { package: 'libnotify4', library: 'libnotify.so.4' },
        { package: 'libglib2.0-bin', program: 'gio' },
        { package: 'xdg-utils', program: 'xdg-mime' },
        { package: 'shared-mime-info', program: 'update-mime-database' },
        { package: 'desktop-file-utils', program: 'desktop-file-validate' },
      ]
    : [];

/**
 * `use`: 'window' (open the app: libraries, and a virtual display where there is no real one) or 'tests' (both always,
 * and Chromium). Throws with the command to run when something is missing that it may not install.
 */
export function ensureSystem(use) {
  if (process.platform !== 'linux') return;
  const missing = needs(use).filter((need) => !isThere(need));
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.package);
  const names = packages.join(' ');
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    installOnDebian(packages);
    const still = missing.filter((need) => !isThere(need)).map((need) => need.package);
    if (still.length > 0) throw new Error(`Installed, and still not found: ${still.join(' ')}.`);
    return;
  }
  throw new Error(
    existsSync('/etc/debian_version')
      ? `Some system packages are missing. Install them, then try again:\n\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}\n`
      : `Some system libraries are missing. Install what your system calls these Debian packages, then try again:\n\n  ${names}\n`,
  );
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function needs(use) {
  if (use === 'tests') return [...libraries, ...virtualDisplay, ...browser, ...rootTools];
  return hasDisplay() ? libraries : [...libraries, ...virtualDisplay];
}

/** @param {Need} need */
function isThere({ program, library }) {
  return program === undefined ? hasLibrary(library) : findProgram(program);
}

function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, name)));
}

/** Asks the dynamic linker's cache; a system without one (some immutable distributions) is taken at its word. */
function hasLibrary(name) {
  const cache = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file));
  if (cache === undefined) return true;
  const { status, stdout } = spawnSync(cache, ['-p'], { encoding: 'utf8' });
  return status !== 0 || stdout.includes(`\t${name} `);
}

function installOnDebian(packages) {
  process.stdout.write(`Installing system packages: ${packages.join(' ')}…\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words) =>
    spawnSync('apt-get', words, { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  // A new machine has no package lists, an old one stale lists: both show as a failed first attempt.
  if (apt(...install).status === 0) return;
  apt('update');
  const second = apt(...install);
  if (second.status === 0) return;
  throw new Error(`apt-get ${install.join(' ')} failed:\n${second.stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureSystem(process.argv[2] === 'window' ? 'window' : 'tests');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
