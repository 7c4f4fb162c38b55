import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

/** The Debian package, taken apart into a folder of its own that plays the part of the system's. */
export interface InstalledPackage {
  /** What programs of the desktop are to be started with, to look there and nowhere else. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a terminal starts by the name `badge-backpack`. */
  readonly command: string;
  /** Where the desktop entries lie. */
  readonly applications: string;
  /** What the desktop started the app with, one list of words for each start. */
  starts(): readonly (readonly string[])[];
  /** The process of the app that was started first; null: none was. */
  processId(): number | null;
}

const tools = [
  ...['dpkg-deb', 'update-mime-database', 'update-desktop-database', 'desktop-file-validate'],
  ...['xdg-mime', 'gio'],
];
const types = '/usr/share/mime/packages/freedesktop.org.xml';

/** Why no package can be installed here; null: it can. */
export function whyNoInstall(): string | null {
  if (process.platform !== 'linux') return 'it is for Linux';
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const missing = tools.filter((tool) => !folders.some((folder) => existsSync(path.join(folder, tool))));
  if (missing.length > 0) return `these programs are not here: ${missing.join(', ')}`;
  return existsSync(types) ? null : 'the types of shared-mime-info are not here';
}

/** Makes the package out of the unpacked app beside `binary` and installs it below `folder`, with `switches` for the app. */
export function installPackage(
  binary: string,
  folder: string,
  switches: readonly string[],
): InstalledPackage {
  const files = path.join(folder, 'system');
  execFileSync('dpkg-deb', ['-x', makePackage(binary, folder), files]);
  const share = path.join(files, 'usr/share');
  const applications = path.join(share, 'applications');
  const log = path.join(folder, 'starts.log');
  const pid = path.join(folder, 'app.pid');
  const script = path.join(folder, 'start app');
  const app = path.join(files, 'opt/Badge Backpack/badge-backpack');
  const words = [app, ...switches].map(quoted).join(' ');
  writeFileSync(
    script,
    [
      '#!/bin/sh',
      `[ -e ${quoted(pid)} ] || echo $$ > ${quoted(pid)}`,
      `{ for word in "$@"; do printf '%s\\n' "$word"; done; echo; } >> ${quoted(log)}`,
      `exec ${words} "$@"`,
      '',
    ].join('\n'),
  );
  chmodSync(script, 0o755);
  // The same entries, but for the place of the program.
  for (const name of readdirSync(applications)) {
    const entry = readFileSync(path.join(applications, name), 'utf8');
    const moved = entry.replace('"/opt/Badge Backpack/badge-backpack"', `"${script}"`);
    if (moved === entry) throw new Error(`${name} starts something else`);
    writeFileSync(path.join(applications, name), moved);
  }
  cpSync(types, path.join(share, 'mime/packages/freedesktop.org.xml'));
  updateDatabases(share);
  mkdirSync(path.join(folder, 'home'));
  return {
    environment: {
      HOME: path.join(folder, 'home'),
      XDG_DATA_HOME: path.join(folder, 'home/share'),
      XDG_CONFIG_HOME: path.join(folder, 'home/config'),
      XDG_CONFIG_DIRS: path.join(folder, 'home/xdg'),
      XDG_DATA_DIRS: share,
      XDG_CURRENT_DESKTOP: 'X-Generic',
      LC_ALL: 'C.UTF-8',
    },
    command: path.join(files, 'usr/bin/badge-backpack'),
    applications,
    starts: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n\n')
            .filter((start) => start !== '')
            .map((start) => start.split('\n').filter((word) => word !== ''))
        : [],
    processId: () => (existsSync(pid) ? Number(readFileSync(pid, 'utf8')) : null),
  };
}

/** To be called again when an entry came. */
export function updateDatabases(share: string): void {
  execFileSync('update-mime-database', [path.join(share, 'mime')], { stdio: 'pipe' });
  execFileSync('update-desktop-database', [path.join(share, 'applications')]);
}

function makePackage(binary: string, folder: string): string {
  const words = [
    path.join(root, 'node_modules/electron-builder/cli.js'),
    ...['--linux', 'deb', '--prepackaged', path.dirname(binary)],
    `-c.directories.output=${path.join(folder, 'made')}`,
    `-c.electronVersion=${readFileSync(path.join(root, 'node_modules/electron/dist/version'), 'utf8').trim()}`,
    ...['--publish', 'never'],
  ];
  const made = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CUSTOM_FPM_PATH: path.join(root, 'tests/support/make-deb.mjs') },
  });
  const file = existsSync(path.join(folder, 'made'))
    ? readdirSync(path.join(folder, 'made')).find((name) => name.endsWith('.deb'))
    : undefined;
  if (made.status !== 0 || file === undefined)
    throw new Error(`no package was made: ${made.stdout}${made.stderr}`);
  return path.join(folder, 'made', file);
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
