/**
 * Builds the app (out/main, out/preload, out/renderer), the command line (out/cli) and the verifier that exported pages
 * carry (out/page), which both need.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOlderThan } from './lib/newer.mjs';
import { root } from './lib/paths.mjs';

export function buildApp() {
  buildPage();
  run('electron-vite', ['build', '--logLevel', 'warn'], {});
}

export function buildCli() {
  buildPage();
  buildBeside('out/cli', 'vite.cli.config.ts', 'BUILD_CLI_FOLDER', (folder) =>
    makeExecutable(path.join(folder, 'index.js')),
  );
}

/** The command line as its sources are now: built anew only when it is older than they are. */
export function buildCliWhenOlder() {
  if (isOlderThan('out/cli/index.js', cliSources)) buildCli();
}

/** The verifier of exported pages. Built anew only when it is older than what it is made of. */
export function buildPage() {
  if (!isOlderThan('out/page/verifier.js', pageSources)) return;
  buildBeside('out/page', 'vite.page.config.ts', 'BUILD_PAGE_FOLDER');
}

const pageSources = [
  'shared',
  'renderer/exported-page',
  'vite.page.config.ts',
  'vite.shared.ts',
  'package-lock.json',
];

const cliSources = [...pageSources, 'electron/node', 'electron/cli', 'vite.cli.config.ts', 'package.json'];

/**
 * @param {string} name
 * @param {string} config
 * @param {string} variable
 * @param {(folder: string) => void} [finish]
 * Builds beside the target and then exchanges the two, so that a command that is running keeps whole files.
 */
function buildBeside(name, config, variable, finish) {
  const fresh = path.join(root, `${name}.${process.pid}.tmp`);
  try {
    run('vite', ['build', '--config', config, '--logLevel', 'error'], { [variable]: fresh });
    finish?.(fresh);
    exchange(fresh, path.join(root, name));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function exchange(fresh, target) {
  const old = `${fresh}.old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

function makeExecutable(file) {
  const shebang = '#!/usr/bin/env node\n';
  const text = readFileSync(file, 'utf8');
  if (!text.startsWith('#!')) writeFileSync(file, shebang + text);
  chmodSync(file, 0o755);
}

/** A tool's own words go to the error stream: `npm run cli` prints nothing but its answer. */
function run(tool, words, environment) {
  const program = path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${tool}.cmd` : tool);
  const { status } = spawnSync(program, words, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${tool} ${words[0]} failed.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv[2] !== 'cli') buildApp();
    buildCli();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
