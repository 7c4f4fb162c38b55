/** Installs what `package-lock.json` names, when `node_modules` is missing or was made from another lock file. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'node_modules/.badge-backpack-lock');

export function ensureDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (!(existsSync(path.join(root, 'node_modules')) && matchesInstalled())) install();
  writeFileSync(stampFile, wanted);
}

/** npm's own record of what it installed: the same packages mean that there is nothing to do. */
function matchesInstalled() {
  const installedFile = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([name, { version, integrity, optional }]) =>
      name === '' ||
      (installed[name] === undefined
        ? optional === true
        : installed[name].version === version && installed[name].integrity === integrity),
  );
}

function install() {
  process.stdout.write('Installing the dependencies that package-lock.json names…\n');
  // Through the shell, since npm is a script on Windows; no word of it comes from outside.
  const npm = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', {
    cwd: root,
    stdio: 'inherit',
    shell: true,
  });
  if (npm.status !== 0) throw new Error('npm ci failed: see its message above.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureDependencies();
